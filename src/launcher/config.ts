/** Reads `app.config.ts` and decides whether this deployment may start; what is missing is named with who must act. */
import { Effect, Result } from "effect"
import config from "../../app.config.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { type Deployment, readDeployment } from "../../policy/deployment.ts"
import { builtParts, missingToOpen, openingRefusal, type Part } from "../../policy/opening.ts"
import type { WebDeployment } from "../server/deployment.ts"

/** What `web` is told of a deployment that may open. A rehearsal is always within its window. */
const forWeb = ({ mode, origin, window }: Deployment): WebDeployment => ({
  mode,
  window: mode === "live" && window !== undefined ? window : "always",
  ...(mode === "live" && origin !== undefined && { origin }),
})

export const appConfig: Deployment = config

/** Fails with the words for whoever starts it. `mode` is the environment's, where it names one. */
export const deploymentToOpen = (
  mode: Mode | undefined,
  stated: unknown = appConfig,
  built: readonly Part[] = builtParts,
): Result.Result<WebDeployment, string> => {
  const read = Effect.runSync(Effect.result(readDeployment(stated)))
  if (Result.isFailure(read)) return Result.fail(`app.config.ts cannot be used: ${read.failure.message}`)
  const deployment = { ...read.success, mode: mode ?? read.success.mode }
  const missing = deployment.mode === "live" ? missingToOpen(deployment, built) : []
  return missing.length === 0 ? Result.succeed(forWeb(deployment)) : Result.fail(openingRefusal(missing))
}
