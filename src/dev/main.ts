/** Reads the environment of `npm run dev`, and starts a rehearsal in a folder of its own. */
import { join, resolve } from "node:path"
import { Result } from "effect"
import config from "../../app.config.ts"
import { readEnvironment } from "../deployment/environment.ts"
import { projectRoot } from "../deployment/storage.ts"
import { develop } from "./develop.ts"

process.umask(0o077)

const start = (): Promise<number> | number => {
  const environment = readEnvironment(process.env)
  if (Result.isFailure(environment)) {
    console.error(environment.failure.message)
    return 1
  }
  const { DATA_DIR, HOST, PORT, WATCH_PIDS } = environment.success
  return develop({
    storage: {
      mode: "rehearsal",
      dataDir: resolve(projectRoot, DATA_DIR ?? join(".data", "dev")),
      databaseUrl: undefined,
    },
    host: HOST ?? "127.0.0.1",
    port: PORT ?? config.port,
    watch: WATCH_PIDS ?? [],
  })
}

process.exitCode = await start()
process.exit()
