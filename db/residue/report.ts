/** Sums up a scan by store, and records it: the same sums are printed, recorded and certified. */
import { Effect } from "effect"
import { today } from "../../policy/civil-day.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { type ScannedStore, type ScanWay, type StoreScan, scannedStores } from "../../policy/record/residue-scan.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { FileFinding } from "./finding.ts"

/** A file that was scanned, or a database that was read through SQL. */
export interface ScannedPlace {
  readonly name: string
  readonly store: ScannedStore
  readonly how: ScanWay
}

export interface ResidueReport {
  readonly stores: readonly StoreScan[]
  readonly found: readonly FileFinding[]
  readonly unread: readonly string[]
  readonly bytes: number
}

/** A finding in a cell names its file first. */
const isIn = (name: string, place: string): boolean => name === place || name.startsWith(`${place}, `)

interface Looked extends Pick<StoreScan, "words" | "postcodes"> {
  readonly places: readonly ScannedPlace[]
  readonly found: readonly FileFinding[]
  readonly unread: readonly string[]
}

export const storesOf = ({ places, found, unread, words, postcodes }: Looked): readonly StoreScan[] =>
  scannedStores.flatMap((store): readonly StoreScan[] => {
    const own = places.filter((place) => place.store === store)
    if (own.length === 0) return []
    const names = new Set(own.map(({ name }) => name))
    const here = found.filter(({ file }) => names.has(file) || own.some(({ name }) => isIn(file, name)))
    const freeText = here.filter(({ what }) => what === "postcode in free text").length
    const ways = [...new Set(own.map(({ how }) => how))]
    return [
      {
        store,
        how: ways.includes("every byte and row") ? "every byte and row" : (ways[0] ?? "every byte"),
        files: own.length,
        traces: here.length - freeText,
        freeText,
        unread: unread.filter((name) => names.has(name)).length,
        words,
        postcodes,
      },
    ]
  })

const sum = (stores: readonly StoreScan[], of: "files" | "traces"): number =>
  stores.reduce((all, store) => all + store[of], 0)

export const recordResidue = Effect.fn("Residue.record")(function* (
  evidence: Evidence["Service"],
  { stores }: ResidueReport,
) {
  const on = yield* today
  for (const store of stores) yield* evidence.record(yield* decided({ kind: "store-scanned", body: { on, ...store } }))
  const body = { on, files: sum(stores, "files"), traces: sum(stores, "traces") }
  yield* evidence.record(yield* decided({ kind: "residue-scanned", body }))
})
