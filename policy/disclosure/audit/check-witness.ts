/** Checks a witness without a solver: its edits must keep every published number and change its cell as it claims. */
import { Effect, Schema } from "effect"
import type { Witness } from "../witness.ts"
import type { LeafTable } from "./leaf-table.ts"

export const witnessFaults = [
  "no such cell",
  "the cell is published",
  "an edit moves no records",
  "an edit names no leaf",
  "a published count would change",
  "a withheld count would fall below what the attacker knows",
  "a singleton of another cell could rule it out",
  "the cell gets another count",
  "the cell keeps its count",
] as const

export class WitnessRefused extends Schema.TaggedError<WitnessRefused>()("WitnessRefused", {
  cell: Schema.String,
  fault: Schema.Literals(witnessFaults),
}) {
  override get message(): string {
    return `The witness of ${this.cell} proves nothing: ${this.fault}. Make the table's witnesses again.`
  }
}

/** `insider`: the witness must also hold for a singleton, who knows the count of the cell that it is in. */
export interface WitnessCheck {
  readonly lowerBound: number
  readonly insider: boolean
}

/** The effect of a valid witness's edits. */
export interface CheckedWitness {
  /** Every changed cell, and by how much. */
  readonly changes: ReadonlyMap<number, number>
  /** The leaves of singletons that the edits move. The witness does not hold for them, since they know where they are. */
  readonly movedSingletons: ReadonlySet<number>
}

export const refuseWitness = (cell: string, fault: (typeof witnessFaults)[number]): WitnessRefused =>
  new WitnessRefused({ cell, fault })

/** Returns by how much the edits change each cell. */
const changesBy = (
  { cellsOf }: LeafTable,
  { edits }: Witness,
): ReadonlyMap<number, number> | (typeof witnessFaults)[number] => {
  const changes = new Map<number, number>()
  for (const { from, to, count } of edits) {
    if (!Number.isSafeInteger(count) || count < 1) return "an edit moves no records"
    const [left, entered] = [cellsOf(from), cellsOf(to)]
    if (!left || !entered) return "an edit names no leaf"
    for (const cell of left) changes.set(cell, (changes.get(cell) ?? 0) - count)
    for (const cell of entered) changes.set(cell, (changes.get(cell) ?? 0) + count)
  }
  return changes
}

/** Also returns the singletons for which the witness does not hold; `findUnwitnessed` decides whether other witnesses cover them. */
export const checkWitness = (
  table: LeafTable,
  witness: Witness,
  lowerBound: number,
): Effect.Effect<CheckedWitness, WitnessRefused> => {
  const { counts, published, singletonLeaf, numberOf } = table
  const fault = (why: (typeof witnessFaults)[number]) => Effect.fail(refuseWitness(witness.cell, why))
  const cell = numberOf.get(witness.cell)
  if (cell === undefined) return fault("no such cell")
  if (published[cell]) return fault("the cell is published")
  const changes = changesBy(table, witness)
  if (typeof changes === "string") return fault(changes)
  const movedSingletons = new Set<number>()
  for (const [each, difference] of changes) {
    if (difference === 0) continue
    const count = counts[each] ?? 0
    if (published[each]) return fault("a published count would change")
    if (count + difference < lowerBound) return fault("a withheld count would fall below what the attacker knows")
    if (count === 1) movedSingletons.add(singletonLeaf[each] ?? -1)
  }
  const becomes = (counts[cell] ?? 0) + (changes.get(cell) ?? 0)
  if (becomes !== witness.becomes) return fault("the cell gets another count")
  return becomes === counts[cell] ? fault("the cell keeps its count") : Effect.succeed({ changes, movedSingletons })
}
