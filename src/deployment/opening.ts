/** Decides whether a deployment may open; a refusal lists each missing record and who must supply it. */
import { Effect, type Result } from "effect"
import { today } from "../../policy/civil-day.ts"
import type { RecordedDeployment } from "../../policy/deployment/deployment.ts"
import {
  type ImportedGeography,
  missingToOpen,
  openingRefusal,
  type SandboxHere,
  windowToOpen,
} from "../../policy/deployment/opening.ts"
import { SettingsRefused } from "./environment.ts"
import type { WebDeployment } from "./web-deployment.ts"

/** The deployment as `web` gets it. A rehearsal needs no record and is always within its window. */
export const opening = Effect.fn("Opening.decide")(function* (
  deployment: RecordedDeployment,
  geography: ImportedGeography,
  sandbox: SandboxHere = "none",
): Effect.fn.Return<WebDeployment, SettingsRefused> {
  const { mode, origin, proxy, neighbourhoodUse, contacts } = deployment
  const stated = {
    ...(origin !== undefined && { origin }),
    ...(proxy && { proxy }),
    ...(neighbourhoodUse && { neighbourhoodUse }),
    contacts,
  }
  if (mode === "rehearsal") return { mode, window: "always", ...stated }
  const day = yield* today
  const missing = missingToOpen(deployment, day, geography, sandbox)
  const window = windowToOpen(deployment, day)
  if (missing.length > 0 || window === undefined)
    return yield* new SettingsRefused({ message: openingRefusal(missing) })
  return { mode, window, ...stated }
})

/** By the clock of this machine. */
export const deploymentToOpen = (
  deployment: RecordedDeployment,
  geography: ImportedGeography,
  sandbox: SandboxHere = "none",
): Result.Result<WebDeployment, SettingsRefused> =>
  Effect.runSync(Effect.result(opening(deployment, geography, sandbox)))

/** For a rehearsal whose pages are posted by programs, as in tests. In live a child's page always waits. */
export const hurried = (deployment: WebDeployment): WebDeployment =>
  deployment.mode === "rehearsal" ? { ...deployment, hurried: true } : deployment
