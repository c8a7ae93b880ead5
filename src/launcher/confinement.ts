/** What each process may touch, held by the runtime itself: `web` opens no store, writes no file, starts no process. */
import { realpathSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { type Place, projectRoot } from "./place.ts"

export const quiet = ["--disable-warning=ExperimentalWarning", "--disable-warning=SecurityWarning"]

/** Under the name given and under the one that links lead to. */
const readable = (path: string): string[] =>
  [...new Set([path, realpathSync(path)])].map((name) => `--allow-fs-read=${name}`)

/** What lies below a folder that may come, go and come again while the process runs. */
export const readableBelow = (folder: string): string[] =>
  [...new Set([dirname(folder), realpathSync(dirname(folder))])].map(
    (parent) => `--allow-fs-read=${join(parent, basename(folder), "*")}`,
  )

/** `node:sqlite` does not heed the permission model, so `web` does without the module. */
export const webFlags = (folders: readonly string[]): string[] => [
  "--permission",
  "--allow-net",
  ...folders.flatMap(readable),
  "--no-experimental-sqlite",
  "--disable-sigusr1",
  ...quiet,
]

const code = ["package.json", "node_modules", "policy", "surveys", "db", "src"]

/** Without `--allow-net` a process can neither listen nor call out; only a Postgres store needs it. */
export const writerFlags = ({ dataDir, databaseUrl }: Place): string[] => [
  "--permission",
  ...(databaseUrl === undefined ? [] : ["--allow-net"]),
  ...[...code.map((name) => join(projectRoot, name)), dataDir].flatMap(readable),
  `--allow-fs-write=${dataDir}`,
  "--disable-sigusr1",
  ...quiet,
]

/** Not under the permission model, which forbids fsync: a key must be on the disk before anything is sealed to it. */
export const keeperFlags: readonly string[] = ["--no-experimental-sqlite", "--disable-sigusr1", ...quiet]
