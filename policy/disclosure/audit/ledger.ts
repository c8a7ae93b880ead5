/** Looks over everything ever published at once, each cell as the records in it: what one table withholds, no other may tell. */
import { sameCells } from "./same-cells.ts"

/** The sum of the keys of the records in a cell, modulo 2^64: the same key, the same records. */
export type CellKey = bigint

export const keyOf = (recordKeys: Iterable<bigint>): CellKey => {
  let sum = 0n
  for (const key of recordKeys) sum += key
  return BigInt.asUintN(64, sum)
}

export interface LedgerCell {
  readonly id: string
  readonly key: CellKey
  readonly count: number
  readonly published: boolean
}

/** `partOf` is the table that this one is a filter of, cell by cell. */
export interface LedgerTable {
  readonly id: string
  readonly partOf?: string
  readonly cells: readonly LedgerCell[]
}

/** A cell as `table: cell`. */
type Place = string

export type LedgerLeak =
  | { readonly kind: "published elsewhere"; readonly withheld: Place; readonly published: Place }
  | { readonly kind: "disagree"; readonly one: Place; readonly other: Place }
  | { readonly kind: "difference"; readonly whole: Place; readonly part: Place; readonly of: number }

export interface Placed extends LedgerCell {
  readonly place: Place
}

export const placed = (tables: readonly LedgerTable[]): readonly Placed[] =>
  tables.flatMap(({ id: table, cells }) => cells.map((cell) => ({ ...cell, place: `${table}: ${cell.id}` })))

const disagreeing = (cells: readonly Placed[]): readonly LedgerLeak[] => {
  const seen = new Map<CellKey, Placed>()
  return cells
    .filter(({ count }) => count > 0)
    .flatMap((cell): readonly LedgerLeak[] => {
      const other = seen.get(cell.key) ?? cell
      seen.set(cell.key, other)
      return other.count === cell.count ? [] : [{ kind: "disagree", one: other.place, other: cell.place }]
    })
}

/** What one table withholds and another shows. */
const shownElsewhere = (tables: readonly LedgerTable[], cells: readonly Placed[]): readonly LedgerLeak[] => {
  const leaks: LedgerLeak[] = []
  const same = sameCells(tables)
  const seen = new Map<Place | undefined, Placed>()
  for (const cell of cells) {
    const of = same.get(cell.place)
    const other = seen.get(of)
    if (other === undefined) seen.set(of, cell)
    else if (other.published !== cell.published) {
      const [published, withheld] = cell.published ? [cell, other] : [other, cell]
      leaks.push({ kind: "published elsewhere", withheld: withheld.place, published: published.place })
      seen.set(of, published)
    }
  }
  return leaks
}

/** A filter that leaves out a few children gives those few away, cell by cell. */
const filtered = (tables: readonly LedgerTable[], threshold: number): readonly LedgerLeak[] =>
  tables.flatMap((part) => {
    const whole = tables.find(({ id }) => id === part.partOf)
    const wholes = new Map(whole?.cells.map((cell) => [cell.id, cell]))
    return part.cells.flatMap((cell): readonly LedgerLeak[] => {
      const of = wholes.get(cell.id)
      if (!whole || !of?.published || !cell.published) return []
      const difference = of.count - cell.count
      if (difference === 0 || difference >= threshold) return []
      const [one, other] = [`${whole.id}: ${cell.id}`, `${part.id}: ${cell.id}`]
      if (difference < 0) return [{ kind: "disagree", one, other }]
      return [{ kind: "difference", whole: one, part: other, of: difference }]
    })
  })

/** As many low bits of a key as tell most keys apart at no cost. */
const low = (key: CellKey): number => Number(BigInt.asUintN(22, key))
const lows = 2 ** 22

/** Two published cells of about the same count, one of which is the other with a few known children more. */
const differing = (cells: readonly Placed[], few: readonly CellKey[], threshold: number): readonly LedgerLeak[] => {
  const published = [...new Map(cells.filter((cell) => cell.published).map((cell) => [cell.key, cell])).values()]
  const byCount = published.toSorted((a, b) => a.count - b.count)
  const small = new Set([...few, ...cells.filter(({ count }) => count > 0 && count < threshold).map(({ key }) => key)])
  const likely = new Uint8Array(lows)
  for (const key of small) likely[low(key)] = 1
  const bits = Int32Array.from(byCount, ({ key }) => low(key))
  const leaks: LedgerLeak[] = []
  let from = 0
  for (const [at, whole] of byCount.entries()) {
    while (whole.count - (byCount[from]?.count ?? 0) >= threshold) from += 1
    for (let each = from; each < at; each++) {
      if (likely[((bits[at] ?? 0) - (bits[each] ?? 0)) & (lows - 1)] === 0) continue
      const part = byCount[each]
      if (part && part.count > 0 && part.count < whole.count && small.has(BigInt.asUintN(64, whole.key - part.key)))
        leaks.push({ kind: "difference", whole: whole.place, part: part.place, of: whole.count - part.count })
    }
  }
  return leaks
}

/** `few` are the keys of sets of fewer records than the threshold that are no cell of any table: single records, or small leaves. */
export const ledgerLeaks = (
  tables: readonly LedgerTable[],
  { threshold, few = [] }: { readonly threshold: number; readonly few?: readonly CellKey[] },
): readonly LedgerLeak[] => {
  const cells = placed(tables)
  return [
    ...disagreeing(cells),
    ...shownElsewhere(tables, cells),
    ...filtered(tables, threshold),
    ...differing(cells, few, threshold),
  ]
}
