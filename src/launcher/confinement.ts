/** Sets the limits that Node itself enforces: `web` opens no store, writes no file and starts no process; `staff` reads no key. */
import { realpathSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { identityFile } from "../../db/identity-file.ts"
import { evidenceFiles, projectRoot, type StorageSettings } from "../deployment/storage.ts"

export const quiet = ["--disable-warning=ExperimentalWarning", "--disable-warning=SecurityWarning"]

/** A folder may be reached under its own name and through a link. */
const readable = (path: string): string[] =>
  [...new Set([path, realpathSync(path)])].map((name) => `--allow-fs-read=${name}`)

/** The same for a file that may be made later: its folder is there. */
const readableLater = (path: string): string[] =>
  [...new Set([path, join(realpathSync(dirname(path)), basename(path))])].map((name) => `--allow-fs-read=${name}`)

/** By which the store is recognised, also while it is being made; no key. */
const identityFiles = ({ dataDir }: StorageSettings): readonly string[] =>
  ["", ".new"].map((end) => identityFile(dataDir, "evidence") + end)

/** HiGHS reads its WebAssembly from its own folder, and so is in no bundle. */
const solver = join(projectRoot, "node_modules", "highs")

/** Runs before all code of `web`. */
export const webWall = join(projectRoot, "src", "launcher", "web-wall.mjs")

/** Megabytes. Far more than `web` needs; by this limit V8 decides how much rubbish it keeps during a flood. */
const largestHeap = 512

/**
 * `node:sqlite` does not heed the permission model, so `web` does without the module. The network is allowed until the
 * wall has taken the port, and dropped before any other code runs.
 */
export const webFlags = (folders: readonly string[]): string[] => [
  "--permission",
  "--allow-net",
  ...[webWall, ...folders].flatMap(readable),
  `--import=${pathToFileURL(webWall)}`,
  "--no-experimental-sqlite",
  "--disable-sigusr1",
  `--max-old-space-size=${largestHeap}`,
  ...quiet,
]

/** `code` is all that it loads. Without `--allow-net` it can neither listen nor call out; only a Postgres store needs it. */
export const writerFlags = ({ dataDir, databaseUrl }: StorageSettings, code: readonly string[]): string[] => [
  "--permission",
  ...(databaseUrl === undefined ? [] : ["--allow-net"]),
  ...[...code, dataDir].flatMap(readable),
  `--allow-fs-write=${dataDir}`,
  "--disable-sigusr1",
  ...quiet,
]

/**
 * Reads its code, the evidence store and the geography, writes no file but through SQLite, and gets its port from the
 * launcher. A store that is no file needs the network.
 */
export const staffFlags = (storage: StorageSettings, code: readonly string[]): string[] => [
  "--permission",
  "--allow-net",
  ...[webWall, ...code, ...evidenceFiles(storage), ...identityFiles(storage)].flatMap(readableLater),
  `--allow-fs-read=${geographyFolder(storage.dataDir)}`,
  ...readable(solver),
  `--import=${pathToFileURL(webWall)}`,
  "--disable-sigusr1",
  `--max-old-space-size=${largestHeap}`,
  ...quiet,
]

/** Not under the permission model, which forbids fsync: a key must be on the disk before anything is sealed to it. */
export const keeperFlags: readonly string[] = ["--no-experimental-sqlite", "--disable-sigusr1", ...quiet]
