/** What each process may touch, held by the runtime itself: `web` opens no store, writes no file, starts no process. */
import { realpathSync } from "node:fs"
import { join } from "node:path"
import { type Place, projectRoot } from "./place.ts"

const quiet = ["--disable-warning=ExperimentalWarning", "--disable-warning=SecurityWarning"]

/** `node:sqlite` does not heed the permission model, so `web` does without the module. */
export const webFlags = (readable: readonly string[]): string[] => [
  "--permission",
  "--allow-net",
  ...readable.map((folder) => `--allow-fs-read=${realpathSync(folder)}`),
  "--no-experimental-sqlite",
  "--disable-sigusr1",
  ...quiet,
]

const code = ["package.json", "node_modules", "policy", "surveys", "db", "src"]

/** Without `--allow-net` a process can neither listen nor call out; only a Postgres store needs it. */
export const writerFlags = ({ dataDir, databaseUrl }: Place): string[] => [
  "--permission",
  ...(databaseUrl === undefined ? [] : ["--allow-net"]),
  ...code.map((name) => `--allow-fs-read=${join(projectRoot, name)}`),
  `--allow-fs-read=${dataDir}`,
  `--allow-fs-write=${dataDir}`,
  "--disable-sigusr1",
  ...quiet,
]

/** Not under the permission model, which forbids fsync: a key must be on the disk before anything is sealed to it. */
export const keeperFlags: readonly string[] = ["--no-experimental-sqlite", "--disable-sigusr1", ...quiet]
