/** Says which withheld cells no believable witness protects: a table may leave only when there are none. */
import { Effect } from "effect"
import type { Witness } from "../witness.ts"
import { type Check, checkWitness } from "./check-witness.ts"
import type { LeafTable } from "./leaf-table.ts"

/** `high`: a small count might not be the threshold or more. `low`: it might not be less. `fixed`: nothing shows that it could differ. */
export interface Unwitnessed {
  readonly cell: string
  readonly lacks: "high" | "low" | "fixed"
}

/** Against an insider a witness that moves a single child serves no cell but those that hold this child alone. */
const convinces = ({ counts, alone, numberOf }: LeafTable, witness: Witness, cell: number): boolean => {
  const own = numberOf.get(witness.cell) ?? -1
  return counts[own] !== 1 || (counts[cell] === 1 && alone[cell] === alone[own])
}

/** A small count needs both a witness at the threshold or above and, where it could be lower, one below it. */
export const unwitnessed = Effect.fnUntraced(function* (
  table: LeafTable,
  witnesses: readonly Witness[],
  { threshold, ...check }: Check & { readonly threshold: number },
) {
  const { ids, counts, published } = table
  const highest = counts.slice()
  const lowest = counts.slice()
  for (const witness of witnesses)
    for (const [cell, difference] of yield* checkWitness(table, witness, check)) {
      if (check.insider && !convinces(table, witness, cell)) continue
      const becomes = (counts[cell] ?? 0) + difference
      highest[cell] = Math.max(highest[cell] ?? 0, becomes)
      lowest[cell] = Math.min(lowest[cell] ?? 0, becomes)
    }
  const lacking: Unwitnessed[] = []
  for (const [at, cell] of ids.entries()) {
    if (published[at]) continue
    const count = counts[at] ?? 0
    const isSmall = count >= 1 && count < threshold
    if (highest[at] === lowest[at]) lacking.push({ cell, lacks: "fixed" })
    else if (isSmall && (highest[at] ?? 0) < threshold) lacking.push({ cell, lacks: "high" })
    else if (isSmall && count > Math.max(1, check.lowerBound) && lowest[at] === count)
      lacking.push({ cell, lacks: "low" })
  }
  return lacking
})
