/** Finds by its records what tables released before have decided of each cell of another: shown there, or withheld there. */

import type { PriorDecisions } from "../disclosure/suppress/state/prior-decisions.ts"
import type { Proposal } from "./proposal.ts"

/** `keys`: of each cell, the sum of its records' keys; 0 for an empty cell. A cell both shown and withheld before is left to the audit. */
export const findPriorDecisions = (
  earlier: ReadonlyArray<{ readonly facts: Pick<Proposal["facts"], "cells"> }>,
  keys: BigUint64Array,
): PriorDecisions => {
  const [shown, withheld] = [new Set<bigint>(), new Set<bigint>()]
  for (const { facts } of earlier)
    for (const { count, published, key } of facts.cells)
      if (count > 0) (published ? shown : withheld).add(BigInt(`0x${key}`))
  const both = shown.intersection(withheld)
  const cellsOf = (known: ReadonlySet<bigint>): ReadonlySet<number> =>
    new Set([...keys.keys()].filter((cell) => known.has(keys[cell] as bigint) && !both.has(keys[cell] as bigint)))
  return { shown: cellsOf(shown), withheld: cellsOf(withheld) }
}
