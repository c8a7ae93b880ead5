/** Finds the greatest whole-number sum of some columns, up to a wanted sum; every point found is kept, and serves later questions. */
import { Effect } from "effect"
import type { Highs } from "highs"
import type { Bounds } from "../audit/bounds.ts"
import { type AuditRefused, refuseAudit } from "../audit/refused.ts"
import { solverOf } from "../audit/solver.ts"
import type { Equations } from "../audit/system.ts"

const near = 1e-6

const isWhole = (point: Float64Array): boolean => point.every((value) => Math.abs(value - Math.round(value)) < near)

/** Whether whole counts keep to every equation and bound. */
const fits = ({ starts, indices, coefficients, sums }: Equations, bounds: Bounds, point: Float64Array): boolean => {
  for (const [column, value] of point.entries())
    if (value < (bounds.lower[column] ?? 0) || value > (bounds.upper[column] ?? 0)) return false
  for (const [row, sum] of sums.entries()) {
    let found = 0
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++)
      found += (coefficients[k] ?? 0) * (point[indices[k] ?? 0] ?? 0)
    if (found !== sum) return false
  }
  return true
}

const sumOf = (point: Float64Array, columns: readonly number[]): number =>
  columns.reduce((sum, column) => sum + (point[column] ?? 0), 0)

/** A sum that other counts reach, or the most that none of them passes. */
export type LargestSum = (columns: readonly number[], wanted: number) => Effect.Effect<number, AuditRefused>

export const largestSumIn = Effect.fnUntraced(function* (
  highs: Highs,
  equations: Equations,
  bounds: Bounds,
  seconds: number,
) {
  const points: Float64Array[] = []
  const linear = yield* solverOf(highs, equations, bounds, { whole: false, seconds })
  const inWholeNumbers = Effect.fnUntraced(function* (columns: readonly number[]) {
    const solver = yield* solverOf(highs, equations, bounds, { whole: true, seconds })
    return yield* solver.ask({ columns, side: "upper" })
  }, Effect.scoped)
  const keep = (point: Float64Array): Effect.Effect<Float64Array, AuditRefused> => {
    const rounded = point.map(Math.round)
    if (!fits(equations, bounds, rounded))
      return Effect.fail(
        refuseAudit("unproved", "an answer of the solver could not be proved", "Ask for a coarser table"),
      )
    points.push(rounded)
    return Effect.succeed(rounded)
  }
  const largest: LargestSum = Effect.fnUntraced(function* (columns, wanted) {
    const known = points.reduce((most, point) => Math.max(most, sumOf(point, columns)), 0)
    if (known >= wanted) return known
    const { point } = yield* linear.ask({ columns, side: "upper" })
    if (isWhole(point)) return sumOf(yield* keep(point), columns)
    const most = Math.floor(sumOf(point, columns) + near)
    if (most < wanted) return most
    return sumOf(yield* keep((yield* inWholeNumbers(columns)).point), columns)
  })
  return largest
})
