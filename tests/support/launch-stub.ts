/** The launcher with the stand-in web process, as a process of its own. */
import { join } from "node:path"
import { launch } from "../../src/launcher/launch.ts"
import { placeFromEnv } from "../../src/launcher/place.ts"

const { mode, dataDir, databaseUrl } = placeFromEnv(process.env)
const watch = (process.env["WATCH_PIDS"] ?? "").split(",").map(Number).filter(Boolean)
const code = await launch({
  deployment: { mode },
  geography: "none",
  host: "127.0.0.1",
  port: Number(process.env["PORT"] ?? 0),
  dataDir,
  databaseUrl,
  watch,
  web: { script: join(import.meta.dirname, "stub-web.mjs"), readable: [import.meta.dirname] },
})
process.exit(code)
