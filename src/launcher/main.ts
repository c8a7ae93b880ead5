/** The launcher as a process: everything it is told comes from its environment. */
import { resolve } from "node:path"
import { launch } from "./launch.ts"
import { placeFromEnv } from "./place.ts"

process.umask(0o077)

const { env } = process
const { mode, dataDir, databaseUrl } = placeFromEnv(env)
const port = Number(env["PORT"] || 3000)
const watch = (env["WATCH_PIDS"] ?? "")
  .split(",")
  .map(Number)
  .filter((pid) => pid > 1)

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error("PORT is not a port: set it to a number from 1 to 65535, or leave it out for 3000.")
  process.exitCode = 1
} else
  process.exitCode = await launch({
    deployment: { mode, window: "open" },
    host: env["HOST"] || "127.0.0.1",
    port,
    dataDir: resolve(dataDir),
    databaseUrl,
    watch,
  })
process.exit()
