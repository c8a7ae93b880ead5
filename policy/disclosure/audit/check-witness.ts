/** A witness is believed only if other records, made by its edits, publish exactly the same and change its cell as it claims: no solver is asked. */
import { Effect, Schema } from "effect"
import type { Witness } from "../witness.ts"
import type { LeafTable } from "./leaf-table.ts"

export const doubts = [
  "no such cell",
  "the cell is published",
  "an edit moves no records",
  "an edit names no leaf",
  "a published count would change",
  "a withheld count would fall below what the attacker knows",
  "another single child would know",
  "the cell becomes something else",
  "the cell stays as it is",
] as const

export class WitnessRefused extends Schema.TaggedError<WitnessRefused>()("WitnessRefused", {
  cell: Schema.String,
  doubt: Schema.Literals(doubts),
}) {
  override get message(): string {
    return `The witness of ${this.cell} proves nothing: ${this.doubt}. Make the table's witnesses again.`
  }
}

/** `insider`: whether a child must be convinced too who knows that it is the 1 in another cell. */
export interface Check {
  readonly lowerBound: number
  readonly insider: boolean
}

/** What is so once a believed witness's edits are made. */
export interface Believed {
  /** Every cell that differs, and by how many. */
  readonly by: ReadonlyMap<number, number>
  /** The leaves of the children alone in some cell who would be counted otherwise: none of these is convinced. */
  readonly moves: ReadonlySet<number>
}

export const witnessRefused = (cell: string, doubt: (typeof doubts)[number]): WitnessRefused =>
  new WitnessRefused({ cell, doubt })

/** By how many each cell differs once the edits are made. */
const differences = (
  { cellsOf }: LeafTable,
  { edits }: Witness,
): ReadonlyMap<number, number> | (typeof doubts)[number] => {
  const by = new Map<number, number>()
  for (const { from, to, count } of edits) {
    if (!Number.isSafeInteger(count) || count < 1) return "an edit moves no records"
    const [left, entered] = [cellsOf(from), cellsOf(to)]
    if (!left || !entered) return "an edit names no leaf"
    for (const cell of left) by.set(cell, (by.get(cell) ?? 0) - count)
    for (const cell of entered) by.set(cell, (by.get(cell) ?? 0) + count)
  }
  return by
}

/** Says of its own cell whom it does not convince; whether others make up for that is for `unwitnessed` to say. */
export const checkWitness = (
  table: LeafTable,
  witness: Witness,
  lowerBound: number,
): Effect.Effect<Believed, WitnessRefused> => {
  const { counts, published, alone, numberOf } = table
  const doubt = (why: (typeof doubts)[number]) => Effect.fail(witnessRefused(witness.cell, why))
  const cell = numberOf.get(witness.cell)
  if (cell === undefined) return doubt("no such cell")
  if (published[cell]) return doubt("the cell is published")
  const by = differences(table, witness)
  if (typeof by === "string") return doubt(by)
  const moves = new Set<number>()
  for (const [each, difference] of by) {
    if (difference === 0) continue
    const count = counts[each] ?? 0
    if (published[each]) return doubt("a published count would change")
    if (count + difference < lowerBound) return doubt("a withheld count would fall below what the attacker knows")
    if (count === 1) moves.add(alone[each] ?? -1)
  }
  const becomes = (counts[cell] ?? 0) + (by.get(cell) ?? 0)
  if (becomes !== witness.becomes) return doubt("the cell becomes something else")
  return becomes === counts[cell] ? doubt("the cell stays as it is") : Effect.succeed({ by, moves })
}
