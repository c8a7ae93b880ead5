/** Bounds each withheld cell for an attacker who allows fractions; a checked point reaches each bound and checked dual prices prove it. */
import { Effect } from "effect"
import { type AuditComponent, type Side, sides, unprovedAnswer } from "./audit-component.ts"
import type { Bounds } from "./bounds.ts"
import { fractionsOf } from "./fraction.ts"
import { provenBound } from "./proof.ts"
import { type Solver, solverOf } from "./solver.ts"

/** How many questions about all open cells come before a question about each cell. */
const sweeps = 8

type Open = (side: Side) => readonly number[]

/** Moves many cells to their bounds at once, so that few need a question of their own. */
const sweep = Effect.fnUntraced(function* (solver: Solver, { observed }: AuditComponent, open: Open) {
  for (const side of sides)
    for (let time = 0, before = Infinity; time < sweeps; time++) {
      const columns = open(side)
      if (columns.length === 0 || columns.length === before) break
      before = columns.length
      observed.observe((yield* solver.ask({ columns, side })).point)
    }
})

/** Returns the bound that a cell is proved to reach and not to pass. */
export const provenEnd = Effect.fnUntraced(function* (
  solver: Solver,
  { equations, bounds, observed }: AuditComponent,
  column: number,
  side: Side,
) {
  const { point, prices } = yield* solver.ask({ columns: [column], side })
  const [reachedPoint, provenPrices] = [observed.observe(point), fractionsOf(prices)]
  if (!reachedPoint || !provenPrices) return yield* unprovedAnswer()
  const bound = provenBound(equations, bounds, { column, side }, provenPrices)
  if (!Number.isFinite(bound)) return yield* unprovedAnswer()
  const reached = reachedPoint.numerators[column] ?? 0
  // Fractions are compared across their denominators, where floats might round.
  if (BigInt(reached) * BigInt(provenPrices.denominator) !== BigInt(bound) * BigInt(reachedPoint.denominator))
    return yield* unprovedAnswer()
  return reached / reachedPoint.denominator
})

export const linearIntervals = Effect.fnUntraced(function* (component: AuditComponent) {
  const { highs, equations, bounds, observed, unbounded, seconds } = component
  const ends: Bounds = { lower: bounds.lower.slice(), upper: bounds.upper.slice() }
  const open: Open = (side) =>
    [...ends[side].keys()].filter(
      (column) => observed.linear[side][column] !== ends[side][column] && !(side === "upper" && unbounded.has(column)),
    )
  if (sides.every((side) => open(side).length === 0)) return ends
  const solver = yield* solverOf(highs, equations, bounds, { whole: false, seconds })
  yield* sweep(solver, component, open)
  for (const side of sides)
    for (const column of open(side))
      if (observed.linear[side][column] !== ends[side][column])
        ends[side][column] = yield* provenEnd(solver, component, column, side)
  return ends
}, Effect.scoped)
