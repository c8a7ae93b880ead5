/** Finds by its records what tables released before have decided of each cell of another: shown there, or withheld there. */
import type { Proposal } from "./proposal.ts"
import type { Decided } from "./suppress/decided.ts"

/** `keys`: of each cell, the sum of its records' keys; 0 where nobody is in it. What is told in both ways is left to the audit. */
export const decidedBefore = (
  earlier: ReadonlyArray<{ readonly facts: Pick<Proposal["facts"], "cells"> }>,
  keys: BigUint64Array,
): Decided => {
  const [shown, withheld] = [new Set<bigint>(), new Set<bigint>()]
  for (const { facts } of earlier)
    for (const { count, published, key } of facts.cells)
      if (count > 0) (published ? shown : withheld).add(BigInt(`0x${key}`))
  const both = shown.intersection(withheld)
  const cellsOf = (known: ReadonlySet<bigint>): ReadonlySet<number> =>
    new Set([...keys.keys()].filter((cell) => known.has(keys[cell] as bigint) && !both.has(keys[cell] as bigint)))
  return { shown: cellsOf(shown), withheld: cellsOf(withheld) }
}
