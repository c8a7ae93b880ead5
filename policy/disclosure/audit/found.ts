/** How far each withheld cell has been seen to go, by solutions checked in whole numbers: it only ever widens, and is never wrong. */
import type { Bounds } from "./bounds.ts"
import { fractionsOf } from "./fraction.ts"
import { isSolution } from "./proof.ts"
import type { Equations } from "./system.ts"

const nothing = (columns: number): Bounds => ({
  lower: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
  upper: new Float64Array(columns).fill(Number.NEGATIVE_INFINITY),
})

const widen = ({ lower, upper }: Bounds, column: number, value: number): void => {
  if (value < (lower[column] ?? 0)) lower[column] = value
  if (value > (upper[column] ?? 0)) upper[column] = value
}

/** `linear` by solutions of any kind, `whole` by those of whole numbers alone. */
export class Found {
  readonly linear: Bounds
  readonly whole: Bounds
  readonly #equations: Equations
  readonly #bounds: Bounds

  constructor(equations: Equations, bounds: Bounds) {
    this.linear = nothing(equations.columns)
    this.whole = nothing(equations.columns)
    this.#equations = equations
    this.#bounds = bounds
  }

  /** Takes a point in if it is a solution; undefined if it is not, or if its decimals are not understood. */
  see(decimals: Float64Array): { readonly numerators: Float64Array; readonly denominator: number } | undefined {
    const point = fractionsOf(decimals)
    if (!point || !isSolution(this.#equations, this.#bounds, point)) return undefined
    const { numerators, denominator } = point
    numerators.forEach((numerator, column) => {
      widen(this.linear, column, numerator / denominator)
      if (denominator === 1) widen(this.whole, column, numerator)
    })
    return point
  }
}
