/** Holds the state of a search for record moves: the counts, the suppressed cells, and the cost of each further cell. */
import { type Lattice, leavesOf, nodeOf, totalsOf } from "../../tables/lattice.ts"
import { addTotals, type Table } from "../../tables/tabulate.ts"
import type { OneCategoryGroup } from "./group-disclosure.ts"
import { noPriorDecisions, type PriorDecisions } from "./prior-decisions.ts"

/** No move may change the cell: it is a zero that everybody sees, or it must stay published. */
export const forbidden = 1 << 26
/** The cost of one more suppressed cell; the lower cost settles a tie. */
export const unitPrice = 1 << 12

export interface SearchState {
  readonly lattice: Lattice
  readonly counts: Int32Array
  /** Cells that are suppressed for their own sake, or that of an earlier table. */
  readonly primary: Uint8Array
  readonly suppressed: Uint8Array
  /** 0 where a cell is suppressed already, `never` where it may not be, and else what it would cost. */
  readonly price: Int32Array
  /** What the moves in hand add to each cell. */
  readonly delta: Int32Array
  /** Of a cell with one record, the leaf that it is in; of any other, -1. */
  readonly lone: Int32Array
  /** The cells that hold the same one record, by its leaf. */
  readonly together: ReadonlyMap<number, Int32Array>
  /** The totals of a leaf, itself first. */
  readonly totals: (leafCell: number) => Int32Array
}

const lonesOf = ({ lattice, counts }: Table): Int32Array => {
  const place = new Float64Array(lattice.size)
  const all = leavesOf(lattice, lattice.size - 1)
  for (const leaf of all) place[leaf] = leaf * (counts[leaf] as number)
  addTotals(lattice, place)
  return counts.map((count, cell) => (count === 1 ? (place[cell] as number) : -1))
}

const groupsOf = (lone: Int32Array): ReadonlyMap<number, Int32Array> => {
  const found = new Map<number, number[]>()
  lone.forEach((leaf, cell) => {
    if (leaf === -1) return
    const group = found.get(leaf)
    if (group === undefined) found.set(leaf, [cell])
    else group.push(cell)
  })
  return new Map([...found].map(([leaf, cells]) => [leaf, Int32Array.from(cells)]))
}

/** A total tells more than a leaf, so it is the dearer to lose. */
const heightOf = (lattice: Lattice, cell: number): number =>
  lattice.dimensions.reduce(
    (sum, { chain }, at) => sum + (chain[0]?.length ?? 1) - (chain[nodeOf(lattice, cell, at)]?.length ?? 1),
    0,
  )

/** `unanimous`: groups for which a zero is hidden; their other cells may be hidden too. */
export const searchStateOf = (
  table: Table,
  isPrimary: (count: number) => boolean,
  unanimous: readonly OneCategoryGroup[] = [],
  { shown, withheld }: PriorDecisions = noPriorDecisions,
): SearchState => {
  const { lattice, counts } = table
  const primary = Uint8Array.from(counts, (count) => (isPrimary(count) ? 1 : 0))
  for (const { hide } of unanimous) primary[hide] = 1
  for (const cell of withheld) primary[cell] = 1
  const opened = new Set(unanimous.flatMap(({ leaf }) => Array.from(totalsOf(lattice, leaf))))
  const suppressed = primary.slice()
  const price = counts.map((count, cell) => {
    if (suppressed[cell] === 1) return 0
    const stays = shown.has(cell) || (count === 0 && !opened.has(cell))
    return stays ? forbidden : unitPrice + 16 * heightOf(lattice, cell)
  })
  const lone = lonesOf(table)
  const known: (Int32Array | undefined)[] = new Array(lattice.size)
  const totals = (leafCell: number): Int32Array => {
    const found = known[leafCell]
    if (found !== undefined) return found
    const made = totalsOf(lattice, leafCell)
    known[leafCell] = made
    return made
  }
  return {
    lattice,
    counts,
    primary,
    suppressed,
    price,
    delta: new Int32Array(lattice.size),
    lone,
    together: groupsOf(lone),
    totals,
  }
}
