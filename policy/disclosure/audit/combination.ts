/** Finds a combination of equations in which only the target cells remain: the proof that published counts reveal them. */
import type { Basis, Member } from "./basis.ts"
import { prime, residue, signedResidue } from "./modular.ts"
import type { Equations } from "./system.ts"

/** The coefficient that each column must have; 0 for all others. */
export type Target = ReadonlyMap<number, number>

const none: Member = { column: -1, pivot: -1, scale: 0, rows: [], values: [], before: [], factors: [] }

const leavesExactly = (equations: Equations, weights: Float64Array, target: Target): boolean => {
  const { starts, indices, coefficients, sums } = equations
  const left = new Float64Array(equations.columns)
  for (let row = 0; row < sums.length; row++) {
    const weight = weights[row] ?? 0
    if (weight === 0) continue
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
      const column = indices[k] ?? 0
      left[column] = (left[column] ?? 0) + weight * (coefficients[k] ?? 0)
    }
  }
  return left.every((count, column) => count === (target.get(column) ?? 0))
}

/** Returns a whole weight for each equation, checked against every column; undefined if no whole weights were found. */
export const findCombination = (
  equations: Equations,
  { members, pivotOf }: Basis,
  target: Target,
): Float64Array | undefined => {
  const parts = new Float64Array(members.length)
  const weights = new Float64Array(pivotOf.length)
  for (let k = 0; k < members.length; k++) {
    const { column, scale, before, factors } = members[k] ?? none
    let rest = residue(target.get(column) ?? 0)
    for (let at = 0; at < before.length; at++) {
      const part = parts[before[at] ?? 0] ?? 0
      if (part !== 0) rest -= (part * (factors[at] ?? 0)) % prime
    }
    if (rest !== 0) parts[k] = (residue(rest) * scale) % prime
  }
  for (let k = members.length - 1; k >= 0; k--) {
    const { pivot, rows, values } = members[k] ?? none
    let rest = parts[k] ?? 0
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0
      const weight = weights[row] ?? 0
      if (weight !== 0 && row !== pivot) rest -= (weight * (values[at] ?? 0)) % prime
    }
    if (rest !== 0) weights[pivot] = residue(rest)
  }
  const whole = weights.map(signedResidue)
  return leavesExactly(equations, whole, target) ? whole : undefined
}
