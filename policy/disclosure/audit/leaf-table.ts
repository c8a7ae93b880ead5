/** Tabulates leaf counts into every cell of a table, given only the leaves and the hierarchy of each dimension. */
import { Effect } from "effect"
import { total } from "./hierarchy.ts"
import { refuseAudit } from "./refused.ts"

/** `leaves` in the order in which witnesses number them; `parents` omits categories directly below `Total`. */
export interface LeafHierarchy {
  readonly leaves: readonly string[]
  readonly parents: ReadonlyMap<string, string>
}

/** The number of records in one leaf of every dimension. */
export interface LeafCount {
  readonly leaf: readonly number[]
  readonly count: number
}

export interface LeafTable {
  readonly ids: readonly string[]
  readonly counts: Float64Array
  readonly published: Uint8Array
  readonly numberOf: ReadonlyMap<string, number>
  /** For a cell with one record, the leaf of that record; otherwise -1. */
  readonly singletonLeaf: Float64Array
  /** The minimum of each cell that everyone knows: its published leaves plus `lowerBound` for each other leaf. */
  readonly knownMinimum: (lowerBound: number) => Float64Array
  /** The leaf cell and all its totals; undefined for an unknown leaf. */
  readonly cellsOf: (leaf: readonly number[]) => readonly number[] | undefined
}

interface Axis {
  readonly categories: readonly string[]
  readonly chains: readonly (readonly number[])[]
}

/** Lists the categories, leaves first, and for each leaf the indexes of itself and its ancestors. */
const axisOf = Effect.fnUntraced(function* ({ leaves, parents }: LeafHierarchy) {
  const categories = [...leaves]
  const indexOf = new Map(leaves.map((leaf, index) => [leaf, index]))
  if (indexOf.size < leaves.length)
    return yield* refuseAudit("duplicate-cell", "a category appears twice", "Give each leaf a name of its own")
  const chains: number[][] = []
  for (const leaf of leaves) {
    const chain: number[] = []
    for (let at = leaf; ; at = parents.get(at) ?? total) {
      const index = indexOf.get(at) ?? categories.push(at) - 1
      indexOf.set(at, index)
      if (chain.includes(index))
        return yield* refuseAudit("hierarchy-loop", `${at} is part of itself`, "Break the loop")
      chain.push(index)
      if (at === total) break
    }
    chains.push(chain)
  }
  const axis: Axis = { categories, chains }
  return axis
})

const idsOf = (axes: readonly Axis[]): readonly string[] =>
  axes
    .reduce<readonly (readonly string[])[]>(
      (cells, { categories }) => cells.flatMap((cell) => categories.map((category) => [...cell, category])),
      [[]],
    )
    .map((cell) => cell.join("|"))

const cellsOf = (axes: readonly Axis[], leaf: readonly number[]): readonly number[] | undefined => {
  if (leaf.length !== axes.length) return undefined
  let cells: readonly number[] = [0]
  for (const [at, { categories, chains }] of axes.entries()) {
    const chain = chains[leaf[at] ?? -1]
    if (!chain) return undefined
    cells = cells.flatMap((cell) => chain.map((index) => cell * categories.length + index))
  }
  return cells
}

export const leafTableOf = Effect.fnUntraced(function* (
  dimensions: readonly LeafHierarchy[],
  leafCounts: readonly LeafCount[],
  isPublished: (id: string) => boolean,
) {
  const axes = yield* Effect.forEach(dimensions, axisOf)
  const ids = idsOf(axes)
  const counts = new Float64Array(ids.length)
  const singletonLeaf = new Float64Array(ids.length).fill(-1)
  const within = new Map<number, readonly number[]>()
  for (const { leaf, count } of leafCounts) {
    const cells = cellsOf(axes, leaf)
    if (!cells)
      return yield* refuseAudit(
        "unknown-cell",
        "a count names an unknown leaf",
        "Number the leaves as the dimensions list them",
      )
    if (!Number.isSafeInteger(count) || count < 0)
      return yield* refuseAudit("not-a-count", "a leaf's count is not a whole number from 0", "Give counts of records")
    within.set(cells[0] ?? -1, cells)
    for (const cell of cells) {
      counts[cell] = (counts[cell] ?? 0) + count
      if (count > 0) singletonLeaf[cell] = cells[0] ?? -1
    }
  }
  const published = Uint8Array.from(ids, (id) => (isPublished(id) ? 1 : 0))
  const knownMinimum = (lowerBound: number): Float64Array => {
    const least = new Float64Array(ids.length)
    for (const [leaf, cells] of within) {
      const known = published[leaf] ? (counts[leaf] ?? 0) : Math.min(lowerBound, counts[leaf] ?? 0)
      if (known > 0) for (const cell of cells) least[cell] = (least[cell] ?? 0) + known
    }
    return least
  }
  const table: LeafTable = {
    ids,
    counts,
    published,
    knownMinimum,
    numberOf: new Map(ids.map((id, cell) => [id, cell])),
    singletonLeaf: singletonLeaf.map((leaf, cell) => (counts[cell] === 1 ? leaf : -1)),
    cellsOf: (leaf) => cellsOf(axes, leaf),
  }
  return table
})
