/** Tabulates counts of records by leaf into every cell of a table, from nothing but the leaves and what lies within what. */
import { Effect } from "effect"
import { total } from "./hierarchy.ts"
import { refused } from "./refused.ts"

/** `leaves` in the order in which witnesses number them; `parents` of every category that is not directly below `Total`. */
export interface Ways {
  readonly leaves: readonly string[]
  readonly parents: ReadonlyMap<string, string>
}

/** How many records are in one leaf of every dimension. */
export interface LeafCount {
  readonly leaf: readonly number[]
  readonly count: number
}

export interface LeafTable {
  readonly ids: readonly string[]
  readonly counts: Float64Array
  readonly published: Uint8Array
  readonly numberOf: ReadonlyMap<string, number>
  /** The leaf that the only record of a cell is in, where there is only one. */
  readonly alone: Float64Array
  /** What everybody knows each cell to hold at the least: its published leaves, and `lowerBound` in every other. */
  readonly leastOf: (lowerBound: number) => Float64Array
  /** The cells that a leaf counts in, itself first; undefined where there is no such leaf. */
  readonly cellsOf: (leaf: readonly number[]) => readonly number[] | undefined
}

interface Way {
  readonly categories: readonly string[]
  readonly chains: readonly (readonly number[])[]
}

/** The categories with the leaves first, and for each leaf the places of all that it lies within. */
const wayOf = Effect.fnUntraced(function* ({ leaves, parents }: Ways) {
  const categories = [...leaves]
  const placeOf = new Map(leaves.map((leaf, place) => [leaf, place]))
  if (placeOf.size < leaves.length)
    return yield* refused("duplicate-cell", "a category is there twice", "Give each leaf a name of its own")
  const chains: number[][] = []
  for (const leaf of leaves) {
    const chain: number[] = []
    for (let at = leaf; ; at = parents.get(at) ?? total) {
      const place = placeOf.get(at) ?? categories.push(at) - 1
      placeOf.set(at, place)
      if (chain.includes(place)) return yield* refused("hierarchy-loop", `${at} lies within itself`, "Break the loop")
      chain.push(place)
      if (at === total) break
    }
    chains.push(chain)
  }
  const way: Way = { categories, chains }
  return way
})

const idsOf = (ways: readonly Way[]): readonly string[] =>
  ways
    .reduce<readonly (readonly string[])[]>(
      (cells, { categories }) => cells.flatMap((cell) => categories.map((category) => [...cell, category])),
      [[]],
    )
    .map((cell) => cell.join("|"))

const cellsOf = (ways: readonly Way[], leaf: readonly number[]): readonly number[] | undefined => {
  if (leaf.length !== ways.length) return undefined
  let cells: readonly number[] = [0]
  for (const [at, { categories, chains }] of ways.entries()) {
    const chain = chains[leaf[at] ?? -1]
    if (!chain) return undefined
    cells = cells.flatMap((cell) => chain.map((place) => cell * categories.length + place))
  }
  return cells
}

export const leafTableOf = Effect.fnUntraced(function* (
  dimensions: readonly Ways[],
  leafCounts: readonly LeafCount[],
  isPublished: (id: string) => boolean,
) {
  const ways = yield* Effect.forEach(dimensions, wayOf)
  const ids = idsOf(ways)
  const counts = new Float64Array(ids.length)
  const alone = new Float64Array(ids.length).fill(-1)
  const within = new Map<number, readonly number[]>()
  for (const { leaf, count } of leafCounts) {
    const cells = cellsOf(ways, leaf)
    if (!cells)
      return yield* refused("unknown-cell", "a count is of no leaf", "Number the leaves as the dimensions list them")
    if (!Number.isSafeInteger(count) || count < 0)
      return yield* refused("not-a-count", "a leaf's count is not a whole number from 0", "Give counts of records")
    within.set(cells[0] ?? -1, cells)
    for (const cell of cells) {
      counts[cell] = (counts[cell] ?? 0) + count
      if (count > 0) alone[cell] = cells[0] ?? -1
    }
  }
  const published = Uint8Array.from(ids, (id) => (isPublished(id) ? 1 : 0))
  const leastOf = (lowerBound: number): Float64Array => {
    const least = new Float64Array(ids.length)
    for (const [leaf, cells] of within) {
      const held = published[leaf] ? (counts[leaf] ?? 0) : Math.min(lowerBound, counts[leaf] ?? 0)
      if (held > 0) for (const cell of cells) least[cell] = (least[cell] ?? 0) + held
    }
    return least
  }
  const table: LeafTable = {
    ids,
    counts,
    published,
    leastOf,
    numberOf: new Map(ids.map((id, cell) => [id, cell])),
    alone: alone.map((leaf, cell) => (counts[cell] === 1 ? leaf : -1)),
    cellsOf: (leaf) => cellsOf(ways, leaf),
  }
  return table
})
