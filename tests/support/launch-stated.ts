/** The launcher with a deployment that a test states, with what its store declares, and a build that it names, as a process of its own. */
import { dirname } from "node:path"
import { Effect, Result } from "effect"
import { geographyHeld } from "../../db/geography/in-use.ts"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { recordedHere } from "../../src/deployment/declared.ts"
import { deploymentToOpen, hurried } from "../../src/deployment/opening.ts"
import { appConfig, readSettings } from "../../src/deployment/settings.ts"
import { launch } from "../../src/launcher/launch.ts"
import { sandboxOffered } from "../../src/launcher/sandbox.ts"

const { env } = process
const stated: unknown = env["STATED"] ? JSON.parse(env["STATED"]) : appConfig
const settings = Effect.runSync(Effect.result(readSettings(env, stated)))
if (Result.isFailure(settings)) throw settings.failure
const { storage, environment } = settings.success
const recorded = await Effect.runPromise(recordedHere(storage, settings.success.deployment, console.error))
const deployment = deploymentToOpen(recorded, env["AS_WITH_ENGLAND"] ? "England" : "none")
if (Result.isFailure(deployment)) {
  console.error(deployment.failure.message)
  process.exit(1)
}
const { dataDir, databaseUrl } = storage
const script = env["WEB_SCRIPT"]
process.exit(
  await launch({
    deployment: environment.HURRY ? hurried(deployment.success) : deployment.success,
    geography: geographyHeld(geographyFolder(dataDir)),
    host: environment.HOST ?? "127.0.0.1",
    port: environment.PORT ?? 0,
    dataDir,
    databaseUrl,
    sandbox: env["WITHOUT_SANDBOX"] ? undefined : sandboxOffered(),
    watch: environment.WATCH_PIDS ?? [],
    ...(script && { web: { script, readable: [dirname(dirname(script))] } }),
  }),
)
