/** A cut of the responses as a table: its cells, whom each holds, and the names by which it is read; it is not yet safe. */
import { Effect } from "effect"
import type { VariableColumn } from "../../../db/evidence/columns/column-writer.ts"
import type { Columns } from "../../../db/evidence/columns/read-columns.ts"
import { type Dimension, dimensionOf } from "../../../policy/disclosure/tables/dimension.ts"
import { latticeOf } from "../../../policy/disclosure/tables/lattice.ts"
import type { Column } from "../../../policy/disclosure/tables/microdata.ts"
import { TableRefused } from "../../../policy/disclosure/tables/refused.ts"
import { countsOf, type Table } from "../../../policy/disclosure/tables/tabulate.ts"
import type { Digest } from "../../../policy/record/digest.ts"
import type { GeographyException } from "../../../policy/release/geography-exception.ts"
import { allowsGeography, checkedPlaces } from "../../../policy/release/geography-gate.ts"
import { isWithin, type PublicationPlace } from "../../../policy/release/geography-level.ts"
import { type PublicationGeography, type Region, regions, type TableDimension } from "../../../policy/release/table.ts"
import { keysOfCells } from "./cell-keys.ts"
import { inReadingOrder } from "./reading-order.ts"
import { dimensionsOf, requestText, type TableRequest } from "./table-request.ts"
import { titleOf } from "./title.ts"

export interface UnprotectedTable {
  readonly title: string
  /** The same text for the same cut, filters included. */
  readonly cut: string
  readonly geographies: readonly PublicationPlace[]
  /** The decision that its geographies need, and its digest; neither where they need none. */
  readonly widenedBy?: Digest
  readonly exception?: GeographyException
  readonly table: Table
  /** For each cell the sum, modulo 2 to the 64, of its records' keys. */
  readonly keys: BigUint64Array
  /** 64 bits of each record's random id. */
  readonly records: BigUint64Array
  /** In the order of the lattice's dimensions, as they are read, `Total` among the categories. */
  readonly dimensions: readonly TableDimension[]
}

/** More than this nobody reads, and nobody could check. */
export const maxCells = 200_000

const refuse = (reason: string) => new TableRefused({ reason })

/** The responses that every filter chooses; `undefined` for all of them. */
const chosenBy = ({ filters }: TableRequest, { responses, columns }: Columns): Int32Array | undefined => {
  if (filters.length === 0) return undefined
  const rows = new Int32Array(responses)
  let chosen = 0
  const tests = filters.map(({ variable, categories }) => {
    const column = columns.get(variable.name)
    return { codes: column?.codes, wanted: column?.categories.map(({ key }) => categories.includes(key)) ?? [] }
  })
  for (let row = 0; row < responses; row++)
    if (tests.every(({ codes, wanted }) => wanted[codes?.[row] ?? -1])) rows[chosen++] = row
  return rows.subarray(0, chosen)
}

/** Only what occurs is a category, sorted so that the same records make the same column. */
const columnOf = ({ variable, categories, codes }: VariableColumn, rows: Int32Array | undefined): Column => {
  const mine = rows === undefined ? codes : rows.map((row) => codes[row] ?? 0)
  const occurs = new Uint8Array(categories.length)
  for (const code of mine) occurs[code] = 1
  const found = categories.flatMap(({ words }, code) => (occurs[code] ? [{ words, code }] : []))
  const sorted = found.toSorted((a, b) => (a.words < b.words ? -1 : 1))
  const place = new Int32Array(categories.length)
  sorted.forEach(({ code }, at) => {
    place[code] = at
  })
  return {
    name: variable.name,
    categories: sorted.map(({ words }) => words),
    codes: new Int32Array(mine).map((code) => place[code] as number),
  }
}

const isRegion = (key: string): key is Region => Object.hasOwn(regions, key)

/** A table by region covers England and each region; one filtered to some regions covers those. */
const coarseOf = (cut: TableRequest): readonly PublicationGeography[] => {
  const chosen = cut.filters.find(({ variable }) => variable.name === "region")?.categories.filter(isRegion)
  if (chosen !== undefined && chosen.length > 0) return chosen
  const isByRegion = dimensionsOf(cut).some((levels) => levels.some(({ name }) => name === "region"))
  return isByRegion ? ["England", ...Object.keys(regions).filter(isRegion)] : ["England"]
}

const isAuthority = (code: string): boolean => isWithin("local-authority", code)

/** Which categories of a column stand in a table: by their keys, whatever they are called there. */
const keysIn = (column: VariableColumn | undefined, dimension: Dimension | undefined): readonly string[] =>
  column?.categories.flatMap(({ key, words }) => (dimension?.categories.includes(words) ? [key] : [])) ?? []

/** A table by local authority also covers each one that occurs; one filtered to some covers those. */
const geographiesOf = (cut: TableRequest, found: readonly string[]): readonly string[] => {
  const chosen = cut.filters.find(({ variable }) => variable.coded)?.categories.filter(isAuthority) ?? []
  return chosen.length > 0 ? chosen : [...coarseOf(cut), ...found.filter(isAuthority).toSorted()]
}

/** The gate of publication is asked before anything is counted, and again of the places that are found. */
const tooFine = refuse("A table is for England or a region (rule aggregates-only-beyond-the-team).")

const placed = Effect.fnUntraced(function* (cut: TableRequest, found: readonly string[]) {
  const { exception } = cut
  const places = yield* checkedPlaces(geographiesOf(cut, found), exception)
  return places.widenedBy === undefined || exception === undefined ? places : { ...places, exception }
})

export const tabulateRequest = Effect.fnUntraced(function* (
  cut: TableRequest,
  columns: Columns,
): Effect.fn.Return<UnprotectedTable, TableRefused> {
  const levels = dimensionsOf(cut)
  const named = [...levels.flat(), ...cut.filters.map(({ variable }) => variable)]
  if (named.some(({ coded, name }) => coded && !allowsGeography(name, cut.exception))) return yield* tooFine
  const missing = [...levels.flat()].find(({ name }) => !columns.columns.has(name))
  if (missing !== undefined) return yield* refuse(`The answers to ${missing.name} have not been read.`)
  const rows = chosenBy(cut, columns)
  const records = rows === undefined ? columns.keys : new BigUint64Array(rows.length)
  rows?.forEach((row, at) => {
    records[at] = columns.keys[row] ?? 0n
  })
  if (records.length === 0)
    return yield* refuse(
      columns.responses === 0 ? "There are no responses in the evidence store yet." : "The filters leave no response.",
    )
  const coded = yield* Effect.forEach(levels, (each) =>
    dimensionOf(each.flatMap(({ name }) => columns.columns.get(name) ?? []).map((column) => columnOf(column, rows))),
  )
  const size = coded.reduce((product, { dimension }) => product * dimension.categories.length, 1)
  if (size > maxCells)
    return yield* refuse(`That is more than ${maxCells} cells: coarsen a dimension, or leave one out.`)
  const found = levels.flatMap((each, at) =>
    each.filter((level) => level.coded).flatMap(({ name }) => keysIn(columns.columns.get(name), coded[at]?.dimension)),
  )
  const places = yield* Effect.mapError(placed(cut, found), () => tooFine)
  const lattice = latticeOf(coded.map(({ dimension }) => dimension))
  return {
    title: titleOf(cut, columns),
    cut: requestText(cut),
    ...places,
    table: { lattice, counts: countsOf(lattice, coded) },
    keys: keysOfCells(
      lattice,
      coded.map(({ leafOf }) => leafOf),
      records,
    ),
    records,
    dimensions: levels.map((each, at) => inReadingOrder(each, coded[at]?.dimension)),
  }
})
