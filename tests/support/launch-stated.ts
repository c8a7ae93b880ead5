/** The launcher with a deployment that a test states and a build that it names, as a process of its own. */
import { dirname } from "node:path"
import { Result } from "effect"
import { geographyHeld } from "../../db/geography/in-use.ts"
import { geographyFolder } from "../../db/geography/kept.ts"
import { appConfig, deploymentToOpen } from "../../src/launcher/config.ts"
import { launch } from "../../src/launcher/launch.ts"
import { placeFromEnv } from "../../src/launcher/place.ts"

const { env } = process
const stated: unknown = env["STATED"] ? JSON.parse(env["STATED"]) : appConfig
const deployment = deploymentToOpen(undefined, env["AS_WITH_ENGLAND"] ? "England" : "none", stated)
if (Result.isFailure(deployment)) {
  console.error(deployment.failure)
  process.exit(1)
}
const { dataDir, databaseUrl } = placeFromEnv({ ...env, MODE: deployment.success.mode })
const script = env["WEB_SCRIPT"]
process.exit(
  await launch({
    deployment: deployment.success,
    geography: geographyHeld(geographyFolder(dataDir)),
    host: "127.0.0.1",
    port: Number(env["PORT"] ?? 0),
    dataDir,
    databaseUrl,
    watch: (env["WATCH_PIDS"] ?? "").split(",").map(Number).filter(Boolean),
    ...(script && { web: { script, readable: [dirname(dirname(script))] } }),
  }),
)
