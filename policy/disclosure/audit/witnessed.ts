/** Finds withheld cells that no valid witness protects: a table with such a cell must not be released. */
import { Effect } from "effect"
import type { Witness } from "../witness.ts"
import { checkWitness, refuseWitness, type WitnessCheck } from "./check-witness.ts"
import { insiderWitnessesOf } from "./insider-witnesses.ts"
import type { LeafTable } from "./leaf-table.ts"

/** `high`: no witness reaches the threshold. `low`: no witness is lower than the count. `fixed`: no witness differs from it. */
export interface UnwitnessedCell {
  readonly cell: string
  readonly lacks: "high" | "low" | "fixed"
}

interface Terms extends WitnessCheck {
  readonly threshold: number
}

const noSingletons: ReadonlySet<number> = new Set()

/**
 * Each cell needs witnesses of its own. A witness that moves a singleton of another cell counts only together with
 * witnesses that do not move it. A small count needs a witness at or above the threshold and, if it could be lower, one
 * below it.
 */
export const findUnwitnessed = Effect.fnUntraced(function* (
  table: LeafTable,
  witnesses: readonly Witness[],
  { threshold, lowerBound, insider }: Terms,
) {
  const { ids, counts, published, numberOf } = table
  const [high, low, other] = [insiderWitnessesOf(table), insiderWitnessesOf(table), insiderWitnessesOf(table)]
  for (const witness of witnesses) {
    const { movedSingletons } = yield* checkWitness(table, witness, lowerBound)
    const cell = numberOf.get(witness.cell) ?? -1
    const except = insider ? movedSingletons : noSingletons
    other.add(cell, except)
    if (witness.becomes < (counts[cell] ?? 0)) low.add(cell, except)
    if (witness.becomes >= threshold) high.add(cell, except)
  }
  const doubtful = witnesses.find(({ cell }) => !other.convincesAll(numberOf.get(cell) ?? -1))
  if (doubtful !== undefined)
    return yield* refuseWitness(doubtful.cell, "a singleton of another cell could rule it out")
  const minimum = table.knownMinimum(lowerBound)
  const lacking: UnwitnessedCell[] = []
  for (const [at, cell] of ids.entries()) {
    if (published[at]) continue
    const count = counts[at] ?? 0
    const isSmall = count >= 1 && count < threshold
    if (!other.convincesAll(at)) lacking.push({ cell, lacks: "fixed" })
    else if (isSmall && !high.convincesAll(at)) lacking.push({ cell, lacks: "high" })
    else if (isSmall && count > Math.max(1, minimum[at] ?? 0) && !low.convincesAll(at))
      lacking.push({ cell, lacks: "low" })
  }
  return lacking
})
