/** Tests whether two variables are independent among weighted children: Pearson's X² with Rao and Scott's second-order correction. */
import type { Shares } from "./design.ts"
import { tailOfF } from "./distributions.ts"
import { solve } from "./solve.ts"

export interface Independence {
  readonly f: number
  readonly over: number
  readonly under: number
  /** The chance of such a difference by chance alone. */
  readonly p: number
}

const product = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]) =>
  one.map((row) => (other[0] ?? []).map((_, at) => row.reduce((sum, each, k) => sum + each * (other[k]?.[at] ?? 0), 0)))

const transposed = (matrix: readonly (readonly number[])[]) =>
  (matrix[0] ?? []).map((_, at) => matrix.map((row) => row[at] ?? 0))

/**
 * As `svychisq(statistic = "F")` of R `survey`. The categories of `estimated` are `row * columns + column`, and none of the
 * rows or columns is empty. `freedom` is the number of children (or clusters) less one. `undefined` where nothing can be
 * tested.
 */
export const raoScott = (
  { shares, covariance, base }: Shares,
  [rows, columns]: readonly [number, number],
  freedom: number,
): Independence | undefined => {
  if (rows < 2 || columns < 2) return undefined
  const cells = rows * columns
  const cell = (row: number, column: number): number => shares[row * columns + column] ?? 0
  const ofRow = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cell(row, column)).reduce((sum, each) => sum + each, 0),
  )
  const ofColumn = Array.from({ length: columns }, (_, column) =>
    ofRow.reduce((sum, _, row) => sum + cell(row, column), 0),
  )
  let pearson = 0
  ofRow.forEach((r, row) => {
    ofColumn.forEach((c, column) => {
      pearson += (base * (cell(row, column) - r * c) ** 2) / (r * c)
    })
  })
  // Contrasts of the interaction, which have no part in the margins, each divided by the observed share of the cell.
  const contrasts = Array.from({ length: (rows - 1) * (columns - 1) }, (_, at) => {
    const [row, column] = [Math.floor(at / (columns - 1)), at % (columns - 1)]
    return Array.from({ length: cells }, (_, place) => {
      const [r, c] = [Math.floor(place / columns), place % columns]
      const sign = (r === row ? 1 : r === rows - 1 ? -1 : 0) * (c === column ? 1 : c === columns - 1 ? -1 : 0)
      return sign
    })
  })
  const inverse = Array.from(shares, (share) => (share === 0 ? 0 : 1 / share))
  const divided = contrasts.map((contrast) => contrast.map((each, at) => each * (inverse[at] ?? 0)))
  const simple = product(
    divided.map((contrast) => contrast.map((each) => each / base)),
    transposed(contrasts),
  )
  const spread = Array.from({ length: cells }, (_, at) => [...covariance.subarray(at * cells, (at + 1) * cells)])
  const delta = solve(simple, product(product(divided, spread), transposed(divided)))
  if (delta === undefined) return undefined
  const trace = delta.reduce((sum, row, at) => sum + (row[at] ?? 0), 0)
  const squared = delta.reduce((sum, row, i) => sum + row.reduce((s, each, j) => s + each * (delta[j]?.[i] ?? 0), 0), 0)
  if (!(trace > 0) || !(squared > 0)) return undefined
  const over = (trace * trace) / squared
  const f = pearson / trace
  return { f, over, under: over * freedom, p: tailOfF(f, over, over * freedom) }
}

/** Holm's correction for many comparisons: the smallest level at which each would still be a difference. */
export const holm = (chances: readonly number[]): readonly number[] => {
  const order = chances.map((p, at) => ({ p, at })).toSorted((one, other) => one.p - other.p)
  const corrected = new Array<number>(chances.length)
  let least = 0
  order.forEach(({ p, at }, rank) => {
    least = Math.max(least, Math.min(1, p * (chances.length - rank)))
    corrected[at] = least
  })
  return corrected
}
