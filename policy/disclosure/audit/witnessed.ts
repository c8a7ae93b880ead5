/** Says which withheld cells no believable witness protects: a table may leave only when there are none. */
import { Effect } from "effect"
import type { Witness } from "../witness.ts"
import { type Check, checkWitness, witnessRefused } from "./check-witness.ts"
import { convinced } from "./convinced.ts"
import type { LeafTable } from "./leaf-table.ts"

/** `high`: a small count might not be the threshold or more. `low`: it might not be less. `fixed`: nothing shows that it could differ. */
export interface Unwitnessed {
  readonly cell: string
  readonly lacks: "high" | "low" | "fixed"
}

interface Terms extends Check {
  readonly threshold: number
}

const nobody: ReadonlySet<number> = new Set()

/**
 * Each cell needs witnesses of its own. One that moves a child alone in another cell serves only beside others that
 * leave this child where it is. A small count needs both a witness at the threshold or above and, where it could be
 * lower, one below it.
 */
export const unwitnessed = Effect.fnUntraced(function* (
  table: LeafTable,
  witnesses: readonly Witness[],
  { threshold, lowerBound, insider }: Terms,
) {
  const { ids, counts, published, numberOf } = table
  const [high, low, other] = [convinced(table), convinced(table), convinced(table)]
  for (const witness of witnesses) {
    const { moves } = yield* checkWitness(table, witness, lowerBound)
    const cell = numberOf.get(witness.cell) ?? -1
    const without = insider ? moves : nobody
    other.hear(cell, without)
    if (witness.becomes < (counts[cell] ?? 0)) low.hear(cell, without)
    if (witness.becomes >= threshold) high.hear(cell, without)
  }
  const doubtful = witnesses.find(({ cell }) => !other.everybody(numberOf.get(cell) ?? -1))
  if (doubtful !== undefined) return yield* witnessRefused(doubtful.cell, "another single child would know")
  const least = table.leastOf(lowerBound)
  const lacking: Unwitnessed[] = []
  for (const [at, cell] of ids.entries()) {
    if (published[at]) continue
    const count = counts[at] ?? 0
    const isSmall = count >= 1 && count < threshold
    if (!other.everybody(at)) lacking.push({ cell, lacks: "fixed" })
    else if (isSmall && !high.everybody(at)) lacking.push({ cell, lacks: "high" })
    else if (isSmall && count > Math.max(1, least[at] ?? 0) && !low.everybody(at)) lacking.push({ cell, lacks: "low" })
  }
  return lacking
})
