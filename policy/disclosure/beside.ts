/** A proposal is believed beside everything ever published only if no table tells what another withholds, and none is left undecided. */
import { Effect } from "effect"
import { givenAway } from "./alone.ts"
import { audit } from "./audit/audit.ts"
import { type CellKey, ledgerLeaks } from "./audit/ledger.ts"
import type { LinkedTable } from "./audit/linked.ts"
import { implied } from "./implied.ts"
import { Unsafe } from "./unsafe.ts"

export interface Published {
  /** Every table released before. */
  readonly earlier: readonly LinkedTable[]
  /** Keys of single records, so that a table that leaves out one of them is known. */
  readonly few: readonly CellKey[]
}

/** So many withheld cells of linked tables are settled, each part of them within these seconds. */
const settled = { cells: 2_000, seconds: 60 }

/** Each cell that both have is no more in one than in the other: it may be a filter of it. */
const mayBePart = (part: LinkedTable, whole: LinkedTable): boolean => {
  const counts = new Map(whole.cells.map(({ id, count }) => [id, count]))
  return part.cells.every(({ id, count }) => count <= (counts.get(id) ?? Number.POSITIVE_INFINITY))
}

const filterLeaks = (proposed: LinkedTable, earlier: readonly LinkedTable[], threshold: number): boolean =>
  earlier.some((other) =>
    [
      [proposed, other],
      [other, proposed],
    ].some(
      ([part, whole]) =>
        part !== undefined &&
        whole !== undefined &&
        mayBePart(part, whole) &&
        ledgerLeaks([whole, { ...part, partOf: whole.id }], { threshold }).length > 0,
    ),
  )

const hiddenIn = ({ cells }: LinkedTable): ReadonlySet<CellKey> =>
  new Set(cells.filter(({ count, published }) => count > 0 && !published).map(({ key }) => key))

/** Those that withhold the same records as the proposal, or as one that does. */
const entangled = (proposed: LinkedTable, earlier: readonly LinkedTable[]): readonly LinkedTable[] => {
  const found = [proposed]
  const left = new Set(earlier)
  for (const each of found)
    for (const other of left)
      if (!hiddenIn(each).isDisjointFrom(hiddenIn(other))) {
        found.push(other)
        left.delete(other)
      }
  return found
}

const alsoLinked = Effect.fnUntraced(function* (tables: readonly LinkedTable[], threshold: number) {
  const { publication, withheld, leaks } = yield* givenAway(tables, threshold)
  if (leaks > 0) return yield* new Unsafe({ found: "its sums and those of an earlier table give a withheld cell away" })
  if (withheld > settled.cells)
    return yield* new Unsafe({
      found: "it withholds too much together with earlier tables for all of it to be settled",
    })
  const { verdict } = yield* audit(publication, settled)
  if (verdict !== "safe")
    return yield* new Unsafe({ found: "beside an earlier table one of its small cells can be told to be small" })
})

export const besideSafe = Effect.fnUntraced(function* (
  proposed: LinkedTable,
  { earlier, few }: Published,
  threshold: number,
) {
  const others = earlier.filter(({ id }) => id !== proposed.id)
  if (others.length === 0) return
  if (ledgerLeaks([...others, proposed], { threshold, few }).length > 0 || filterLeaks(proposed, others, threshold))
    return yield* new Unsafe({
      found: "an earlier table publishes what it withholds, or differs from it by a few children",
    })
  const told = implied([...others, proposed])
  if (told === undefined) return yield* new Unsafe({ found: "there is too much beside it to be looked over" })
  if (told > 0)
    return yield* new Unsafe({ found: "two published counts, one of them in an earlier table, make up a withheld one" })
  const linkedTables = entangled(proposed, others)
  if (linkedTables.length > 1) yield* alsoLinked(linkedTables, threshold)
})
