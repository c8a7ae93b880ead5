/** Reads `app.config.ts` and decides whether this deployment may start; what is missing is named with who must act. */
import { DateTime, Effect, type Result } from "effect"
import config from "../../app.config.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { type Deployment, readDeployment } from "../../policy/deployment.ts"
import { type GeographyHeld, missingToOpen, openingRefusal, windowToOpen } from "../../policy/opening.ts"
import { civilDate } from "../../policy/window.ts"
import type { WebDeployment } from "../server/deployment.ts"

export const appConfig: Deployment = config

/** Fails with the words for whoever starts it. `mode` is the environment's, where it names one. */
export const deploymentToOpen = (
  mode: Mode | undefined,
  geography: GeographyHeld,
  stated: unknown = appConfig,
): Result.Result<WebDeployment, string> => Effect.runSync(Effect.result(opening(mode, geography, stated)))

/** What `web` is told of a deployment that may open, by the clock it is given. A rehearsal is always within its window. */
export const opening = Effect.fnUntraced(function* (
  mode: Mode | undefined,
  geography: GeographyHeld,
  stated: unknown,
): Effect.fn.Return<WebDeployment, string> {
  const recorded = yield* Effect.mapError(
    readDeployment(stated),
    ({ message }) => `app.config.ts cannot be used: ${message}`,
  )
  const today = civilDate(yield* DateTime.now)
  const deployment = { ...recorded, mode: mode ?? recorded.mode }
  const use = deployment.neighbourhoodUse && { neighbourhoodUse: deployment.neighbourhoodUse }
  if (deployment.mode === "rehearsal") return { mode: deployment.mode, window: "always", ...use }
  const missing = missingToOpen(deployment, today, geography)
  const window = windowToOpen(deployment, today)
  if (missing.length > 0 || window === undefined) return yield* Effect.fail(openingRefusal(missing))
  return {
    mode: deployment.mode,
    window,
    ...(deployment.origin !== undefined && { origin: deployment.origin }),
    ...use,
  }
})
