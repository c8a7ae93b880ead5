/** Scans both stores, the keys, the backups and every other file of a deployment, and sums up each store; `scan` and `close` do the same. */
import { existsSync } from "node:fs"
import { relative, sep } from "node:path"
import { Effect } from "effect"
import { attemptPromise } from "../../db/attempt.ts"
import type { Source } from "../../db/connect.ts"
import { readDigests } from "../../db/geography/digests-file.ts"
import type { Index } from "../../db/geography/index-file.ts"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { formatOf } from "../../db/residue/file-format.ts"
import type { FileFinding } from "../../db/residue/finding.ts"
import { searchCell } from "../../db/residue/job.ts"
import { eachPostgresCell, postgresFolder } from "../../db/residue/postgres-cells.ts"
import { type ResidueReport, type ScannedPlace, storesOf } from "../../db/residue/report.ts"
import { scan } from "../../db/residue/scan.ts"
import { type SearchOptions, searchOf, searchOptions } from "../../db/residue/search.ts"
import type { StoreUnavailable } from "../../db/store-unavailable.ts"
import type { ScannedStore } from "../../policy/record/residue-scan.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "../deployment/storage.ts"

export interface ScanRequest {
  readonly words: readonly string[]
  readonly index: Index | undefined
  /** Days whose private keys are destroyed. */
  readonly days: readonly string[]
  /** Files, folders and devices outside the data folder. */
  readonly named: readonly string[]
  readonly progress: (bytes: number, all: number) => void
}

const folders: Readonly<Record<string, ScannedStore>> = { keys: "keys", backups: "backups", released: "released" }

const storeIn = (dataDir: string, file: string): ScannedStore => {
  const path = relative(dataDir, file)
  if (path === ".." || path.startsWith(`..${sep}`)) return "named paths"
  const [first = ""] = path.split(sep)
  if (/^collection\b/.test(first)) return "collection"
  return /^evidence\b/.test(first) ? "evidence" : (folders[first] ?? "other files")
}

const isSqlite = (file: string): boolean => {
  try {
    return formatOf(file).is === "sqlite"
  } catch {
    return false
  }
}

interface PostgresScan {
  readonly places: readonly ScannedPlace[]
  readonly found: readonly FileFinding[]
  /** The files of the database, if they are at hand. */
  readonly folder: string | undefined
}

const nothing: PostgresScan = { places: [], found: [], folder: undefined }

const scanPostgres = Effect.fn("Scan.postgres")(function* (
  store: "collection" | "evidence",
  source: Source,
  options: SearchOptions,
): Effect.fn.Return<PostgresScan, StoreUnavailable> {
  if (source.dialect !== "postgres") return nothing
  const folder = yield* attemptPromise(store, () => postgresFolder(source))
  const name = `the database of the ${store}`
  const search = searchOf(options)
  const found: FileFinding[] = []
  yield* attemptPromise(store, () => eachPostgresCell(source, (cell) => found.push(...searchCell(cell, name, search))))
  return { places: [{ name, store, how: folder === undefined ? "every row" : "every byte and row" }], found, folder }
})

export const scanStores = Effect.fn("Scan.stores")(function* (
  storage: StorageSettings,
  { words, index, days, named, progress }: ScanRequest,
): Effect.fn.Return<ResidueReport, StoreUnavailable> {
  const { dataDir } = storage
  const published = geographyFolder(dataDir)
  const kept = index === undefined ? undefined : readDigests(published, index)
  const options = searchOptions({ words, index, days }, kept)
  const databases = [
    yield* scanPostgres("collection", { ...collectionSource(storage), isLongJob: true }, options),
    yield* scanPostgres("evidence", { ...evidenceSource(storage), isLongJob: true }, options),
  ]
  const ownFolders = new Set(databases.flatMap(({ folder }) => folder ?? []))
  const paths = [...(existsSync(dataDir) ? [dataDir] : []), ...named, ...ownFolders]
  const scanned = yield* Effect.promise(() => scan({ paths, excluded: [published], progress }, options))
  const databaseOf = (file: string): ScannedStore | undefined =>
    databases.find(({ folder }) => folder !== undefined && file.startsWith(folder + sep))?.places[0]?.store
  const places = scanned.files.map((name): ScannedPlace => {
    const store = databaseOf(name) ?? storeIn(dataDir, name)
    return { name, store, how: isSqlite(name) ? "every byte and row" : "every byte" }
  })
  // Every row of a database is read: what its files hold beyond these findings is free text, or was.
  const inFiles = scanned.found.map(
    (finding): FileFinding =>
      finding.what === "postcode" && databaseOf(finding.file) === "evidence"
        ? { ...finding, what: "postcode in free text" }
        : finding,
  )
  const found = [...databases.flatMap((database) => database.found), ...inFiles]
  const { unread, bytes } = scanned
  const stores = storesOf({
    places: [...databases.flatMap((database) => database.places), ...places],
    found,
    unread,
    words: words.length,
    postcodes: index?.meta.extent ?? "made up",
  })
  return { stores, found, unread, bytes }
})
