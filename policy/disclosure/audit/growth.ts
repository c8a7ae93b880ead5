/** Finds the cells without upper bound: those which some change of counts raises for ever while every equation holds. */
import { Effect } from "effect"
import type { Highs } from "highs"
import type { Bounds } from "./bounds.ts"
import { fractionsOf } from "./fraction.ts"
import { isSolution } from "./proof.ts"
import { solverOf } from "./solver.ts"
import type { Equations } from "./system.ts"

/** Each one told is proved by a change checked in whole numbers; one that is missed has its bound proved elsewhere. */
export const growing = Effect.fnUntraced(function* (
  highs: Highs,
  equations: Equations,
  { upper }: Bounds,
  seconds: number,
) {
  const grows = new Set<number>()
  const changes = { ...equations, sums: new Float64Array(equations.sums.length) }
  const bounds = { lower: new Float64Array(upper.length), upper: upper.map((bound) => (bound === Infinity ? 1 : 0)) }
  const open = () => [...upper.keys()].filter((column) => upper[column] === Infinity && !grows.has(column))
  if (open().length === 0) return grows
  const solver = yield* solverOf(highs, changes, bounds, { whole: false, seconds })
  for (let columns = open(), before = -1; columns.length > 0 && grows.size > before; columns = open()) {
    before = grows.size
    const { point } = yield* solver.ask({ columns, side: "upper" })
    const change = fractionsOf(point)
    if (!change || !isSolution(changes, bounds, change)) break
    for (const column of columns) if ((change.numerators[column] ?? 0) > 0) grows.add(column)
  }
  return grows
}, Effect.scoped)
