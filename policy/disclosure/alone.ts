/** A proposal is believed of itself alone only if its counts add up, every withheld cell has its witnesses, and no sum gives one away. */
import { Effect } from "effect"
import { consistent } from "./audit/consistent.ts"
import { determined } from "./audit/determined.ts"
import { insiderLeaks } from "./audit/insider.ts"
import { type LeafCount, leafTableOf } from "./audit/leaf-table.ts"
import { type LinkedTable, linked } from "./audit/linked.ts"
import type { Relation } from "./audit/publication.ts"
import { systemOf } from "./audit/system.ts"
import { unwitnessed } from "./audit/witnessed.ts"
import type { Auditable } from "./auditable.ts"
import { Unsafe } from "./unsafe.ts"

export const hidesZero = ({ cells }: LinkedTable): boolean =>
  cells.some(({ count, published }) => count === 0 && !published)

/** Where no zero is withheld, everybody knows that a withheld count is at least 1. */
const lowestIn = (table: LinkedTable): number => (hidesZero(table) ? 0 : 1)

/** A key that is not the sum of its parts' would hide from the ledger which records a cell is of. */
const keysAddUp = ({ cells, relations }: LinkedTable): boolean => {
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

/** What the sums of these tables, and those from one to another, give away: to anybody, or to a child who is alone in a cell. */
export const givenAway = Effect.fnUntraced(function* (
  tables: readonly LinkedTable[],
  threshold: number,
  sums: readonly Relation[] = [],
) {
  const attacker = { lowerBound: Math.min(...tables.map(lowestIn)), integer: true }
  const publication = yield* consistent(linked(tables, { threshold, attacker, leastIn: lowestIn, sums }))
  const system = systemOf(publication)
  if (system.ids.length === 0) return { publication, withheld: 0, leaks: 0 }
  const [known, told] = [yield* determined(system), yield* insiderLeaks(publication, system)]
  return { publication, withheld: system.ids.length, leaks: known.length + told.length }
})

export const aloneSafe = Effect.fnUntraced(function* (
  { facts: { hierarchies, cells, witnesses } }: Auditable,
  onLedger: LinkedTable,
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
    return yield* new Unsafe({ found: "its counts do not add up as its hierarchies say" })
  if (!keysAddUp(onLedger)) return yield* new Unsafe({ found: "the keys of its records do not add up" })
  const check = { threshold, lowerBound: lowestIn(onLedger), insider: true }
  const lacking = yield* unwitnessed(table, witnesses, check)
  if (lacking.length > 0)
    return yield* new Unsafe({ found: `${lacking.length} of its withheld cells have no witness that protects them` })
  const { leaks } = yield* givenAway([onLedger], threshold)
  if (leaks > 0) return yield* new Unsafe({ found: "its sums give a withheld cell away" })
})
