/** A proposal is believed of itself alone only if its counts add up, every withheld cell has its witnesses, and no sum gives one away. */
import { Effect } from "effect"
import { checkConsistency } from "../disclosure/audit/consistency.ts"
import { findDetermined } from "../disclosure/audit/determined.ts"
import { findInsiderLeaks } from "../disclosure/audit/insider.ts"
import { type LeafCount, leafTableOf } from "../disclosure/audit/leaf-table.ts"
import { type LinkedTableWithRelations, linkTables } from "../disclosure/audit/link-tables.ts"
import { systemOf } from "../disclosure/audit/system.ts"
import { findUnwitnessed } from "../disclosure/audit/witnessed.ts"
import type { ReleaseCandidate } from "./candidate.ts"
import { Unsafe } from "./unsafe.ts"

interface CountedTable {
  readonly cells: ReadonlyArray<{ readonly count: number; readonly published: boolean }>
}

export const hidesZeros = ({ cells }: CountedTable): boolean =>
  cells.some(({ count, published }) => count === 0 && !published)

/** Where no zero is withheld, everybody knows that a withheld count is at least 1. */
const minimumIn = (table: LinkedTableWithRelations): number => (hidesZeros(table) ? 0 : 1)

/** A key that is not the sum of its parts' would hide the records of a cell from the audit. */
const keysAddUp = ({ cells, relations }: LinkedTableWithRelations): boolean => {
  const keys = new Map(cells.map(({ id, key }) => [id, key]))
  const isSum = (whole: string, parts: readonly string[]): boolean =>
    keys.get(whole) ===
    BigInt.asUintN(
      64,
      parts.reduce((sum, part) => sum + (keys.get(part) ?? 0n), 0n),
    )
  return (
    cells.every(({ key, count }) => (key === 0n) === (count === 0)) &&
    relations.every(([whole, ...parts]) => isSum(whole, parts))
  )
}

/** How many counts the sums of the table give away: to anybody, or to a child who is alone in a cell. */
const countLeaks = Effect.fnUntraced(function* (table: LinkedTableWithRelations, threshold: number) {
  const attacker = { lowerBound: minimumIn(table), integer: true }
  const publication = yield* checkConsistency(linkTables([table], { threshold, attacker }))
  const system = systemOf(publication)
  if (system.ids.length === 0) return 0
  return (yield* findDetermined(system)).length + (yield* findInsiderLeaks(publication, system)).length
})

export const singleTableGate = Effect.fnUntraced(function* (
  { facts: { hierarchies, cells, witnesses } }: ReleaseCandidate,
  onLedger: LinkedTableWithRelations,
  threshold: number,
) {
  const ways = hierarchies.map(({ leaves, parents }) => ({ leaves, parents: new Map(Object.entries(parents)) }))
  const places = hierarchies.map(({ leaves }) => new Map(leaves.map((leaf, place) => [leaf, place])))
  const byName = new Map(cells.map((cell) => [cell.labels.join("|"), cell]))
  const leafCounts = cells.flatMap(({ labels, count }): readonly LeafCount[] => {
    const leaf = labels.flatMap((label, at) => places[at]?.get(label) ?? [])
    return leaf.length < labels.length ? [] : [{ leaf, count }]
  })
  const table = yield* leafTableOf(ways, leafCounts, (id) => byName.get(id)?.published === true)
  const isWhole = table.ids.length === cells.length && byName.size === cells.length
  if (!isWhole || table.ids.some((id, at) => byName.get(id)?.count !== table.counts[at]))
    return yield* new Unsafe({ reason: "its counts do not add up as its hierarchies say" })
  if (!keysAddUp(onLedger)) return yield* new Unsafe({ reason: "the keys of its records do not add up" })
  const check = { threshold, lowerBound: minimumIn(onLedger), insider: true }
  const lacking = yield* findUnwitnessed(table, witnesses, check)
  if (lacking.length > 0)
    return yield* new Unsafe({ reason: `${lacking.length} of its withheld cells have no witness that protects them` })
  if ((yield* countLeaks(onLedger, threshold)) > 0)
    return yield* new Unsafe({ reason: "its sums give a withheld cell away" })
})
