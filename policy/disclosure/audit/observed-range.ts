/** Records the range of each withheld cell over solutions that were checked in whole numbers. The range only widens. */
import type { Bounds } from "./bounds.ts"
import { fractionsOf } from "./fraction.ts"
import { isSolution } from "./proof.ts"
import type { Equations } from "./system.ts"

const emptyRange = (columns: number): Bounds => ({
  lower: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
  upper: new Float64Array(columns).fill(Number.NEGATIVE_INFINITY),
})

const include = ({ lower, upper }: Bounds, column: number, value: number): void => {
  if (value < (lower[column] ?? 0)) lower[column] = value
  if (value > (upper[column] ?? 0)) upper[column] = value
}

/** `linear` covers all solutions, `whole` only those in whole numbers. */
export class ObservedRange {
  readonly linear: Bounds
  readonly whole: Bounds
  readonly #equations: Equations
  readonly #bounds: Bounds

  constructor(equations: Equations, bounds: Bounds) {
    this.linear = emptyRange(equations.columns)
    this.whole = emptyRange(equations.columns)
    this.#equations = equations
    this.#bounds = bounds
  }

  /** Adds a point and returns it as fractions; returns undefined if it is no solution. */
  observe(decimals: Float64Array): { readonly numerators: Float64Array; readonly denominator: number } | undefined {
    const point = fractionsOf(decimals)
    if (!point || !isSolution(this.#equations, this.#bounds, point)) return undefined
    const { numerators, denominator } = point
    numerators.forEach((numerator, column) => {
      include(this.linear, column, numerator / denominator)
      if (denominator === 1) include(this.whole, column, numerator)
    })
    return point
  }
}
