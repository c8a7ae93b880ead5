/** Bounds each withheld cell for an attacker who knows that counts are whole; a checked set of whole counts reaches each bound. */
import { Effect } from "effect"
import { type AuditComponent, type Side, sides, unprovedAnswer } from "./audit-component.ts"
import type { Bounds } from "./bounds.ts"
import { findFilling } from "./branch-and-bound.ts"
import { type Question, type Solver, solverOf } from "./solver.ts"

/** After this many halvings the solver's answer is accepted. */
const steps = 2_000

const boundsBeyond = ({ lower, upper }: Bounds, column: number, side: Side, reached: number): Bounds =>
  side === "upper"
    ? { lower: lower.with(column, reached + 1), upper }
    : { lower, upper: upper.with(column, reached - 1) }

/**
 * The linear bound limits the whole one. Where they differ, a search proves that no whole count reaches further.
 * If the search runs out of steps, the solver answers, and the interval is only as wide as counts were observed.
 */
export const wholeIntervals = Effect.fnUntraced(function* (component: AuditComponent, linear: Bounds) {
  const { highs, equations, bounds, observed, unbounded, seconds } = component
  const ends = { lower: linear.lower.map(Math.ceil), upper: linear.upper.map(Math.floor) }
  let solver: Solver | undefined
  const ask = Effect.fnUntraced(function* (question: Question) {
    solver ??= yield* solverOf(highs, equations, bounds, { whole: true, seconds })
    const { point } = yield* solver.ask(question)
    if (observed.observe(point.map(Math.round))?.denominator !== 1) return yield* unprovedAnswer()
  })
  if (observed.whole.lower.includes(Infinity)) yield* ask({ columns: [], side: "lower" })
  for (const side of sides)
    for (const column of ends[side].keys()) {
      if (side === "upper" && unbounded.has(column)) continue
      while (observed.whole[side][column] !== ends[side][column]) {
        const further = findFilling(
          equations,
          boundsBeyond(bounds, column, side, observed.whole[side][column] ?? 0),
          steps,
        )
        if (further === "undecided") yield* ask({ columns: [column], side })
        else if (further !== "impossible" && !observed.observe(further)) return yield* unprovedAnswer()
        if (typeof further === "string") ends[side][column] = observed.whole[side][column] ?? 0
      }
    }
  return ends
}, Effect.scoped)
