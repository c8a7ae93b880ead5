/** Reaches a sum from counts that are possible by moving as few children as can be: such an answer is nearly always whole. */
import { Effect } from "effect"
import type { Highs } from "highs"
import type { Bounds } from "../audit/bounds.ts"
import { solverOf } from "../audit/solver.ts"
import { type Equations, equationsOf } from "../audit/system.ts"

/** More than any survey has: no limit. */
export const noLimit = 10_000_000

const rowsOf = ({ starts, indices, coefficients, sums }: Equations) =>
  Array.from(sums, (sum, row) => ({
    indices: Array.from(indices.subarray(starts[row], starts[row + 1])),
    coefficients: Array.from(coefficients.subarray(starts[row], starts[row + 1])),
    sum,
  }))

/** The same equations, and that the columns sum to at least `wanted`: a further column is what they have above it. */
export const withLeast = (equations: Equations, columns: readonly number[], wanted: number): Equations => {
  const spare = equations.columns
  const coefficients = [...columns.map(() => 1), -1]
  return equationsOf(spare + 1, [...rowsOf(equations), { indices: [...columns, spare], coefficients, sum: wanted }])
}

export const withSpare = ({ lower, upper }: Bounds): Bounds => ({
  lower: Float64Array.from([...lower, 0]),
  upper: Float64Array.from([...upper, noLimit]),
})

interface Wanted {
  readonly columns: readonly number[]
  readonly wanted: number
  readonly seconds: number
}

/** The counts after the moves, whole or not. Fails where no moves reach the sum. */
export const fewestMoves = Effect.fnUntraced(function* (
  highs: Highs,
  equations: Equations,
  { lower, upper }: Bounds,
  from: Float64Array,
  { columns, wanted, seconds }: Wanted,
) {
  const size = equations.columns
  const both = rowsOf(equations).map(({ indices, coefficients }) => ({
    indices: [...indices, ...indices.map((column) => size + column)],
    coefficients: [...coefficients, ...coefficients.map((value) => -value)],
    sum: 0,
  }))
  const reached = columns.reduce((sum, column) => sum + (from[column] ?? 0), 0)
  const moves = withLeast(equationsOf(2 * size, both), columns, wanted - reached)
  // A column of the sum that loses children has to be counted against it.
  const target = rowsOf(moves).map((row, at, all) =>
    at < all.length - 1
      ? row
      : {
          indices: [...row.indices, ...columns.map((column) => size + column)],
          coefficients: [...row.coefficients, ...columns.map(() => -1)],
          sum: row.sum,
        },
  )
  const bounds = withSpare({
    lower: new Float64Array(2 * size),
    upper: Float64Array.from({ length: 2 * size }, (_, at) =>
      at < size ? (upper[at] ?? 0) - (from[at] ?? 0) : (from[at - size] ?? 0) - (lower[at - size] ?? 0),
    ),
  })
  const solver = yield* solverOf(highs, equationsOf(2 * size + 1, target), bounds, { whole: false, seconds })
  const all = Array.from({ length: 2 * size }, (_, at) => at)
  const { point } = yield* solver.ask({ columns: all, side: "lower" })
  return from.map((value, at) => value + (point[at] ?? 0) - (point[size + at] ?? 0))
}, Effect.scoped)
