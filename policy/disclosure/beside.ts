/** A proposal is believed beside everything ever published only if no table tells what another withholds, and none is left undecided. */
import { Effect } from "effect"
import { across } from "./across.ts"
import { alike, meetInOne } from "./alike.ts"
import { givenAway, hidesZero } from "./alone.ts"
import { audit } from "./audit/audit.ts"
import { type CellKey, ledgerLeaks } from "./audit/ledger.ts"
import type { LinkedTable } from "./audit/linked.ts"
import type { Relation } from "./audit/publication.ts"
import { sameCells } from "./audit/same-cells.ts"
import type { Auditable } from "./auditable.ts"
import { implied } from "./implied.ts"
import { onLedger } from "./on-ledger.ts"
import type { Proposal } from "./proposal.ts"
import { Unsafe } from "./unsafe.ts"

export interface Ledger {
  /** Every proposal released before, in the order of release. */
  readonly earlier: readonly Proposal[]
  /** Keys of the single records that are held, so that a table that leaves out one of them is known. */
  readonly few: readonly CellKey[]
}

/** What is not looked through within these is refused. */
export interface Limits {
  /** Withheld cells of linked tables. */
  readonly cells: number
  /** For each part of those that says nothing of the rest, and each kind of question about it. */
  readonly seconds: number
  /** Of a published count and a withheld one. */
  readonly pairs: number
}

/** Minutes, for the largest tables there are. */
const limitsOfRelease: Limits = { cells: 2_000, seconds: 60, pairs: 4e9 }

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

interface Looked {
  readonly proposal: Auditable
  readonly table: LinkedTable
}

/** Where one withholds that nobody is in a cell, every other has to name the same children alike, and tell of them in no roundabout way. */
const keepsZeros = (proposed: Looked, earlier: readonly Looked[]): boolean => {
  const all = [proposed, ...earlier]
  return all.every(
    (each) =>
      !hidesZero(each.table) ||
      (all.every((other) => other === each || alike(each.proposal, other.proposal)) &&
        meetInOne(
          each.proposal,
          all.flatMap((other) => (other === each ? [] : [other.proposal])),
        )),
  )
}

interface Entangled {
  readonly tables: readonly LinkedTable[]
  readonly sums: readonly Relation[]
}

/**
 * Those that withhold the same records as the proposal, or add up what it withholds, or as one that does; and those
 * sums. `undefined` where there is too much to look through.
 */
const entangled = (proposed: Looked, earlier: readonly Looked[]): Entangled | undefined => {
  const all = [proposed, ...earlier]
  const same = sameCells(all.map(({ table }) => table))
  const hidden = new Map(
    all.map(({ table: { id, cells } }) => [
      id,
      new Set(cells.flatMap((cell) => (cell.published ? [] : [same.get(`${id}: ${cell.id}`)]))),
    ]),
  )
  const hiddenIn = ({ table }: Looked) => hidden.get(table.id) ?? new Set()
  const found = [proposed]
  const sums: Relation[] = []
  for (const each of found)
    for (const other of all) {
      if (each === other) continue
      const between = across(each.proposal, other.proposal)
      if (between === undefined) return undefined
      if (!between.isHiding && hiddenIn(each).isDisjointFrom(hiddenIn(other))) continue
      sums.push(...between.sums)
      if (!found.includes(other)) found.push(other)
    }
  return { tables: found.map(({ table }) => table), sums }
}

const alsoLinked = Effect.fnUntraced(function* ({ tables, sums }: Entangled, threshold: number, limits: Limits) {
  const { publication, withheld, leaks } = yield* givenAway(tables, threshold, sums)
  if (leaks > 0) return yield* new Unsafe({ found: "its sums and those of an earlier table give a withheld cell away" })
  if (withheld > limits.cells)
    return yield* new Unsafe({
      found: "it withholds too much together with earlier tables for all of it to be settled",
    })
  const { verdict } = yield* audit(publication, limits)
  if (verdict !== "safe")
    return yield* new Unsafe({ found: "beside an earlier table one of its small cells can be told to be small" })
})

export const besideSafe = Effect.fnUntraced(function* (
  proposal: Auditable,
  { earlier, few }: Ledger,
  threshold: number,
  limits: Limits = limitsOfRelease,
) {
  const others = earlier
    .filter(({ id }) => id !== proposal.id)
    .map((each) => ({ proposal: each, table: onLedger(each) }))
  // Alone, no single record has to be known: if two published cells of a whole cross differ by a few, a leaf that holds one
  // of the few can be no more, and has no witness; unless withheld zeros stand between them, and then nobody knows it.
  if (others.length === 0) return
  const proposed = onLedger(proposal)
  const tables = others.map(({ table }) => table)
  if (ledgerLeaks([...tables, proposed], { threshold, few }).length > 0 || filterLeaks(proposed, tables, threshold))
    return yield* new Unsafe({
      found: "an earlier table publishes what it withholds, or differs from it by a few children",
    })
  const looked = { proposal, table: proposed }
  if (!keepsZeros(looked, others))
    return yield* new Unsafe({
      found:
        "it or an earlier table withholds that nobody is in a cell, which can be told unless both are of the same children, without a filter, and name them alike",
    })
  const told = implied([...tables, proposed], limits.pairs)
  const linkedTables = entangled(looked, others)
  if (told === undefined || linkedTables === undefined)
    return yield* new Unsafe({ found: "there is too much beside it to be looked over" })
  if (told > 0)
    return yield* new Unsafe({ found: "two published counts, one of them in an earlier table, make up a withheld one" })
  if (linkedTables.tables.length > 1) yield* alsoLinked(linkedTables, threshold, limits)
})
