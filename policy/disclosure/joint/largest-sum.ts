/** Finds the greatest whole-number sum of some columns, up to a wanted sum; every point found is kept, and serves later questions. */
import { Effect, Result } from "effect"
import type { Highs } from "highs"
import type { Bounds } from "../audit/bounds.ts"
import { type AuditRefused, refuseAudit } from "../audit/refused.ts"
import { solverOf } from "../audit/solver.ts"
import type { Equations } from "../audit/system.ts"
import { fewestMoves, withLeast, withSpare } from "./fewest-moves.ts"

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

/** At least `wanted` where whole counts reach it; otherwise less, and no whole counts do. */
export type LargestSum = (columns: readonly number[], wanted: number) => Effect.Effect<number, AuditRefused>

const isImpossible = (refused: AuditRefused): boolean => refused.kind === "no-solution"

/** `first` are counts that are possible, where they are known. */
export const largestSumIn = Effect.fnUntraced(function* (
  highs: Highs,
  equations: Equations,
  bounds: Bounds,
  { seconds, first }: { readonly seconds: number; readonly first: Float64Array | undefined },
) {
  const points: Float64Array[] = first !== undefined && fits(equations, bounds, first) ? [first] : []
  const linear = yield* solverOf(highs, equations, bounds, { whole: false, seconds })
  /** Whole counts that reach the sum, if there are any. */
  const inWholeNumbers = Effect.fnUntraced(function* (columns: readonly number[], wanted: number) {
    const least = withLeast(equations, columns, wanted)
    const solver = yield* solverOf(highs, least, withSpare(bounds), { whole: true, seconds })
    return (yield* solver.ask({ columns: [], side: "upper" })).point.slice(0, equations.columns)
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
    const [best] = points.toSorted((one, other) => sumOf(other, columns) - sumOf(one, columns))
    if (best !== undefined && sumOf(best, columns) >= wanted) return sumOf(best, columns)
    const { point } = yield* linear.ask({ columns, side: "upper" })
    const most = Math.floor(sumOf(point, columns) + near)
    if (most < wanted) return most
    if (isWhole(point)) return sumOf(yield* keep(point), columns)
    if (best !== undefined) {
      const moved = yield* Effect.result(fewestMoves(highs, equations, bounds, best, { columns, wanted, seconds }))
      if (Result.isSuccess(moved) && isWhole(moved.success)) return sumOf(yield* keep(moved.success), columns)
    }
    const whole = yield* Effect.result(inWholeNumbers(columns, wanted))
    if (Result.isSuccess(whole)) return sumOf(yield* keep(whole.success), columns)
    return isImpossible(whole.failure) ? wanted - 1 : yield* Effect.fail(whole.failure)
  })
  return largest
})
