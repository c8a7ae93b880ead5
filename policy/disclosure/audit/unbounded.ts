/** Finds the cells without upper bound: a change of counts raises them without limit and keeps every equation. */
import { Effect } from "effect"
import type { Highs } from "highs"
import type { Bounds } from "./bounds.ts"
import { fractionsOf } from "./fraction.ts"
import { isSolution } from "./proof.ts"
import { solverOf } from "./solver.ts"
import type { Equations } from "./system.ts"

/** A checked change proves each result. For a missed cell, `provenEnd` fails to prove a bound and the audit refuses. */
export const findUnbounded = Effect.fnUntraced(function* (
  highs: Highs,
  equations: Equations,
  { upper }: Bounds,
  seconds: number,
) {
  const unbounded = new Set<number>()
  const changes = { ...equations, sums: new Float64Array(equations.sums.length) }
  const bounds = { lower: new Float64Array(upper.length), upper: upper.map((bound) => (bound === Infinity ? 1 : 0)) }
  const open = () => [...upper.keys()].filter((column) => upper[column] === Infinity && !unbounded.has(column))
  if (open().length === 0) return unbounded
  const solver = yield* solverOf(highs, changes, bounds, { whole: false, seconds })
  for (let columns = open(), before = -1; columns.length > 0 && unbounded.size > before; columns = open()) {
    before = unbounded.size
    const { point } = yield* solver.ask({ columns, side: "upper" })
    const change = fractionsOf(point)
    if (!change || !isSolution(changes, bounds, change)) break
    for (const column of columns) if ((change.numerators[column] ?? 0) > 0) unbounded.add(column)
  }
  return unbounded
}, Effect.scoped)
