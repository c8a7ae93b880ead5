/** How far each cell goes for an attacker who knows that counts are whole: each end is reached by a checked filling in whole numbers. */
import { Effect } from "effect"
import type { Bounds } from "./bounds.ts"
import { type Part, type Side, sides, unproved } from "./part.ts"
import { searched } from "./search.ts"
import { type Question, type Solver, solverOf } from "./solver.ts"

/** How many halvings to try before the solver is believed that nothing lies beyond. */
const steps = 2_000

const beyond = ({ lower, upper }: Bounds, column: number, side: Side, reached: number): Bounds =>
  side === "upper"
    ? { lower: lower.with(column, reached + 1), upper }
    : { lower, upper: upper.with(column, reached - 1) }

/**
 * A fraction's end bounds the whole one. Where they differ, a search proves that there is none beyond;
 * only where it runs out is the solver believed, and then no cell is thought wider than it was seen to be.
 */
export const wholeIntervals = Effect.fnUntraced(function* (part: Part, linear: Bounds) {
  const { highs, equations, bounds, found, grows, seconds } = part
  const ends = { lower: linear.lower.map(Math.ceil), upper: linear.upper.map(Math.floor) }
  let solver: Solver | undefined
  const ask = Effect.fnUntraced(function* (question: Question) {
    solver ??= yield* solverOf(highs, equations, bounds, { whole: true, seconds })
    const { point } = yield* solver.ask(question)
    if (found.see(point.map(Math.round))?.denominator !== 1) return yield* unproved()
  })
  if (found.whole.lower.includes(Infinity)) yield* ask({ columns: [], side: "lower" })
  for (const side of sides)
    for (const column of ends[side].keys()) {
      if (side === "upper" && grows.has(column)) continue
      while (found.whole[side][column] !== ends[side][column]) {
        const further = searched(equations, beyond(bounds, column, side, found.whole[side][column] ?? 0), steps)
        if (further === "unknown") yield* ask({ columns: [column], side })
        else if (further !== "none" && !found.see(further)) return yield* unproved()
        if (typeof further === "string") ends[side][column] = found.whole[side][column] ?? 0
      }
    }
  return ends
}, Effect.scoped)
