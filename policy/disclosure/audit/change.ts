/** Finds changes of the withheld counts that keep every published number, each checked in whole numbers against every equation. */
import type { Basis } from "./basis.ts"
import type { Columns } from "./columns.ts"
import { prime, residue, signedResidue } from "./modular.ts"
import type { Equations } from "./system.ts"

/** True only if the change sums to 0 in every equation. */
const isInvisible = ({ starts, indices, coefficients, sums }: Equations, change: Float64Array): boolean => {
  for (let row = 0; row < sums.length; row++) {
    let sum = 0
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++)
      sum += (coefficients[k] ?? 0) * (change[indices[k] ?? 0] ?? 0)
    if (sum !== 0) return false
  }
  return true
}

/** Completes a change of the cells outside the basis, `free`, to a change of all cells, modulo the prime. */
const completeChange = (free: Float64Array, columns: Columns, { members }: Basis, rows: number): Float64Array => {
  const rowSums = new Float64Array(rows)
  free.forEach((by, column) => {
    if (by === 0) return
    for (let k = columns.starts[column] ?? 0; k < (columns.starts[column + 1] ?? 0); k++) {
      const row = columns.rows[k] ?? 0
      rowSums[row] = residue((rowSums[row] ?? 0) - by * (columns.coefficients[k] ?? 0))
    }
  })
  const needed = members.map(({ pivot, rows: entries, values }) => {
    const factor = rowSums[pivot] ?? 0
    if (factor !== 0)
      entries.forEach((row, k) => {
        rowSums[row] = residue((rowSums[row] ?? 0) - ((factor * (values[k] ?? 0)) % prime))
      })
    return factor
  })
  const change = free.map(residue)
  for (const [k, { column, scale, before, factors }] of [...members.entries()].reverse()) {
    const by = ((needed[k] ?? 0) * scale) % prime
    change[column] = by
    if (by !== 0)
      before.forEach((earlier, at) => {
        needed[earlier] = residue((needed[earlier] ?? 0) - ((by * (factors[at] ?? 0)) % prime))
      })
  }
  return change
}

/** Multiples that turn halves, thirds and other small fractions into whole numbers. */
export const multiples = [1, 2, 6, 60, 5_040, 55_440]

/** Deterministic numbers without a pattern. */
const pseudoRandom = (seed: number, column: number): number => {
  const mixed = Math.imul((column + 1) ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b)
  return (Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 16) % 128
}

/** Undefined if no multiple of the random change is whole; this proves nothing. */
export const findChange = (
  equations: Equations,
  columns: Columns,
  basis: Basis,
  seed: number,
): Float64Array | undefined => {
  const free = Float64Array.from({ length: equations.columns }, (_, column) => pseudoRandom(seed, column) - 64)
  for (const { column } of basis.members) free[column] = 0
  const moves = completeChange(free, columns, basis, equations.sums.length)
  for (const multiple of multiples) {
    const change = moves.map((by) => signedResidue((by * multiple) % prime))
    if (isInvisible(equations, change)) return change
  }
  return undefined
}
