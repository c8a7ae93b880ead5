/** Scans every file of a deployment, and the files of its databases where this machine has them, for answers of destroyed days. */
import { existsSync } from "node:fs"
import { Effect } from "effect"
import type { Source } from "../connect.ts"
import { geographyFolder } from "../geography/index-folder.ts"
import { postgresFolder } from "../residue/postgres-cells.ts"
import { scan } from "../residue/scan.ts"
import { searchOptions } from "../residue/search.ts"

export interface RowScan {
  readonly files: number
  readonly bytes: number
  /** Files that hold rows of those days, or that could not be read. */
  readonly left: readonly string[]
  /** Whether a database has some of those files. */
  readonly isLeftInDatabase: boolean
  /** False where a database keeps its files out of reach: its rows alone were counted. */
  readonly sawDatabaseFiles: boolean
}

export const scanForRows = Effect.fn("Custody.scanForRows")(function* (
  dataDir: string,
  sources: readonly Source[],
  days: readonly string[],
  ids: Uint8Array,
): Effect.fn.Return<RowScan> {
  const databases = sources.filter(({ dialect }) => dialect === "postgres")
  const folders = yield* Effect.promise(() => Promise.all(databases.map(postgresFolder)))
  const reached = folders.filter((folder) => folder !== undefined)
  const paths = [dataDir, ...new Set(reached)].filter((path) => existsSync(path))
  const options = searchOptions({ words: [], index: undefined, days, ended: days, ids })
  const excluded = [geographyFolder(dataDir)]
  const { found, unread, files, bytes } = yield* Effect.promise(() =>
    scan({ paths, excluded, rowsOnly: true }, options),
  )
  const rows = found.filter(({ what }) => what === "row of a destroyed day" || what === "sealed row")
  // PostgreSQL unlinks the files of a rewritten table when it pleases, and renames none: those that are gone hold nothing.
  const isOfDatabase = (file: string): boolean => reached.some((folder) => file.startsWith(folder))
  const isGone = (file: string): boolean => isOfDatabase(file) && !existsSync(file)
  const left = [...new Set([...rows.map(({ file }) => file), ...unread.filter((file) => !isGone(file))])]
  const sawDatabaseFiles = reached.length === databases.length
  return { files: files.length, bytes, left, isLeftInDatabase: left.some(isOfDatabase), sawDatabaseFiles }
})
