/** Checks a solver's answers in whole numbers: that a point is a solution, and that no solution passes a bound. */
import type { Bounds } from "./bounds.ts"
import type { Fractions } from "./fraction.ts"
import type { Equations } from "./system.ts"

/** True only if every equation holds exactly and every value is within its bounds. */
export const isSolution = (equations: Equations, { lower, upper }: Bounds, point: Fractions): boolean => {
  const { starts, indices, coefficients, sums } = equations
  const { numerators, denominator } = point
  for (let row = 0; row < sums.length; row++) {
    let sum = 0
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++)
      sum += (coefficients[k] ?? 0) * (numerators[indices[k] ?? 0] ?? 0)
    if (!Number.isSafeInteger(sum) || sum !== (sums[row] ?? 0) * denominator) return false
  }
  return numerators.every((numerator, column) => {
    return numerator >= (lower[column] ?? 0) * denominator && numerator <= (upper[column] ?? 0) * denominator
  })
}

/**
 * Returns the bound that dual prices prove: `column` equals the priced sums plus the remainder of each column, and each
 * remainder is limited by that column's bounds. The bound is divided by `prices.denominator`, and infinite if nothing is proved.
 */
export const provenBound = (
  equations: Equations,
  { lower, upper }: Bounds,
  { column, side }: { readonly column: number; readonly side: "lower" | "upper" },
  { numerators: prices, denominator }: Fractions,
): number => {
  const { columns, starts, indices, coefficients, sums } = equations
  const left = new Float64Array(columns)
  left[column] = denominator
  let bound = 0
  let size = 0
  const add = (term: number): void => {
    bound += term
    size += Math.abs(term)
  }
  for (let row = 0; row < sums.length; row++) {
    const price = prices[row] ?? 0
    if (price === 0) continue
    add(price * (sums[row] ?? 0))
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
      const each = indices[k] ?? 0
      left[each] = (left[each] ?? 0) - price * (coefficients[k] ?? 0)
    }
  }
  left.forEach((rest, each) => {
    if (rest !== 0) add(rest * ((rest > 0 === (side === "upper") ? upper : lower)[each] ?? 0))
  })
  return size <= Number.MAX_SAFE_INTEGER ? bound : side === "upper" ? Infinity : -Infinity
}
