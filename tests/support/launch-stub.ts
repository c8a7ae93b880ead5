/** The launcher with the stand-in web process, as a process of its own. */
import { join } from "node:path"
import { Result } from "effect"
import { readEnvironment } from "../../src/deployment/environment.ts"
import { logTo, silentLog } from "../../src/deployment/log.ts"
import { projectRoot, storageFrom } from "../../src/deployment/storage.ts"
import { launch } from "../../src/launcher/launch.ts"
import { sandboxOffered } from "../../src/launcher/sandbox.ts"

const environment = Result.getOrThrow(readEnvironment(process.env))
const { mode, dataDir, databaseUrl } = storageFrom(environment)
/** Not the folder of this file, which is bundled. */
const support = join(projectRoot, "tests", "support")

const code = await launch({
  deployment: { mode, window: "always" },
  geography: "none",
  host: "127.0.0.1",
  port: environment.PORT ?? 0,
  dataDir,
  databaseUrl,
  sandbox: sandboxOffered(),
  metricsPort: environment.METRICS_PORT,
  log: process.env["LOGGED"] ? logTo((line) => process.stderr.write(line)) : silentLog,
  watch: environment.WATCH_PIDS ?? [],
  web: { script: join(support, "stub-web.mjs"), readable: [support] },
})
process.exit(code)
