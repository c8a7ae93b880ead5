/** Changes to the withheld counts that no published number shows, each checked in whole numbers against every equation. */
import type { Basis } from "./basis.ts"
import type { Columns } from "./columns.ts"
import { lifted, prime, residue } from "./residue.ts"
import type { Equations } from "./system.ts"

/** True only if every equation sums to nothing. */
const isUnseen = ({ starts, indices, coefficients, sums }: Equations, change: Float64Array): boolean => {
  for (let row = 0; row < sums.length; row++) {
    let sum = 0
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++)
      sum += (coefficients[k] ?? 0) * (change[indices[k] ?? 0] ?? 0)
    if (sum !== 0) return false
  }
  return true
}

/** What every cell must do if each that is not of the basis moves as `free` says, modulo the prime. */
const answering = (free: Float64Array, columns: Columns, { members }: Basis, rows: number): Float64Array => {
  const moved = new Float64Array(rows)
  free.forEach((by, column) => {
    if (by === 0) return
    for (let k = columns.starts[column] ?? 0; k < (columns.starts[column + 1] ?? 0); k++) {
      const row = columns.rows[k] ?? 0
      moved[row] = residue((moved[row] ?? 0) - by * (columns.coefficients[k] ?? 0))
    }
  })
  const needed = members.map(({ pivot, rows: entries, values }) => {
    const factor = moved[pivot] ?? 0
    if (factor !== 0)
      entries.forEach((row, k) => {
        moved[row] = residue((moved[row] ?? 0) - ((factor * (values[k] ?? 0)) % prime))
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

/** Where halves or thirds are needed, moves are made in so many at once. */
export const multiples = [1, 2, 6, 60, 5_040, 55_440]

/** Numbers without pattern, and always the same. */
const scrambled = (seed: number, column: number): number => {
  const mixed = Math.imul((column + 1) ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b)
  return (Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 16) % 128
}

/** Undefined if no move at random came out whole: then nothing is proved. */
export const changeOf = (
  equations: Equations,
  columns: Columns,
  basis: Basis,
  seed: number,
): Float64Array | undefined => {
  const free = Float64Array.from({ length: equations.columns }, (_, column) => scrambled(seed, column) - 64)
  for (const { column } of basis.members) free[column] = 0
  const moves = answering(free, columns, basis, equations.sums.length)
  for (const multiple of multiples) {
    const change = moves.map((by) => lifted((by * multiple) % prime))
    if (isUnseen(equations, change)) return change
  }
  return undefined
}
