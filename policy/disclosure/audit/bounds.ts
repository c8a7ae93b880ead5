/** Tightens the bounds of each withheld cell by interval arithmetic on whole numbers; one sum proves each bound. */
import { columnsOf } from "./columns.ts"
import type { Equations } from "./system.ts"

/** The upper bounds may be infinite. */
export interface Bounds {
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** Returns the least sum of a row's bounded terms, and the number of its unbounded terms. */
const leastSum = (
  { starts, indices, coefficients }: Equations,
  { lower, upper }: Bounds,
  row: number,
  sign: 1 | -1,
) => {
  let sum = 0
  let unbounded = 0
  for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
    const coefficient = sign * (coefficients[k] ?? 0)
    const bound = (coefficient > 0 ? lower : upper)[indices[k] ?? 0] ?? 0
    if (Number.isFinite(bound)) sum += coefficient * bound
    else unbounded += 1
  }
  return { sum, unbounded }
}

/**
 * Tightens the bounds in place until nothing changes or each row has been visited often enough.
 * Coefficients are 1 and -1, so whole bounds stay whole. Returns false when bounds contradict each other.
 */
export const tighten = (equations: Equations, bounds: Bounds): boolean => {
  const { starts, indices, coefficients, sums } = equations
  const { lower, upper } = bounds
  const touching = columnsOf(equations)
  const queue = Array.from(sums, (_, row) => row)
  const waiting = new Uint8Array(sums.length).fill(1)
  const often = 200 * sums.length
  for (let at = 0; at < queue.length && at < often; at++) {
    const row = queue[at] ?? 0
    waiting[row] = 0
    for (const sign of [1, -1] as const) {
      const { sum, unbounded } = leastSum(equations, bounds, row, sign)
      const room = sign * (sums[row] ?? 0) - sum
      if (unbounded === 0 && room < 0) return false
      if (unbounded > 1) continue
      for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
        const column = indices[k] ?? 0
        const rises = sign * (coefficients[k] ?? 0) > 0
        const near = (rises ? lower : upper)[column] ?? 0
        if (unbounded === 1 && Number.isFinite(near)) continue
        const far = Number.isFinite(near) ? near + (rises ? room : -room) : rises ? room : -room
        const moves = rises ? far < (upper[column] ?? 0) : far > (lower[column] ?? 0)
        if (!moves) continue
        if (rises) upper[column] = far
        else lower[column] = far
        if ((lower[column] ?? 0) > (upper[column] ?? 0)) return false
        for (let t = touching.starts[column] ?? 0; t < (touching.starts[column + 1] ?? 0); t++) {
          const other = touching.rows[t] ?? 0
          if (waiting[other] === 0) {
            waiting[other] = 1
            queue.push(other)
          }
        }
      }
    }
  }
  return true
}
