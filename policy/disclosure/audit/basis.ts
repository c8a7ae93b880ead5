/** Finds a basis of the columns by sparse elimination modulo a prime. It is only a hint: every use is proved in whole numbers. */
import type { Columns } from "./columns.ts"
import { inverse, prime, residue } from "./modular.ts"
import type { Equations } from "./system.ts"

/**
 * Member `k` is a column minus multiples (`factors`) of earlier members, scaled so that its entry at the pivot is 1:
 * column = member / scale + sum of factors times members. No later member has an entry in its pivot row.
 */
export interface Member {
  readonly column: number
  readonly pivot: number
  readonly scale: number
  readonly rows: readonly number[]
  readonly values: readonly number[]
  readonly before: readonly number[]
  readonly factors: readonly number[]
}

export interface Basis {
  readonly members: readonly Member[]
  /** For each row, the member that has its pivot there, or -1. */
  readonly pivotOf: Int32Array
}

/** Subtracts members from `work` in order, until no entry is in a pivot row. Each subtraction may add entries in later pivot rows. */
const reduce = (work: Float64Array, touched: number[], { members, pivotOf }: Basis) => {
  const before: number[] = []
  const factors: number[] = []
  for (;;) {
    let next = -1
    for (const row of touched) {
      const member = pivotOf[row] ?? -1
      if (member >= 0 && work[row] !== 0 && (next < 0 || member < next)) next = member
    }
    const member = members[next]
    if (!member) return { before, factors }
    const factor = work[member.pivot] ?? 0
    before.push(next)
    factors.push(factor)
    member.rows.forEach((row, k) => {
      if (work[row] === 0 && !touched.includes(row)) touched.push(row)
      work[row] = residue((work[row] ?? 0) - ((factor * (member.values[k] ?? 0)) % prime))
    })
  }
}

/** Prefers pivots in short equations, which keeps the remainders of columns short. */
export const basisOf = (equations: Equations, { starts, rows, coefficients }: Columns): Basis => {
  const members: Member[] = []
  const pivotOf = new Int32Array(equations.sums.length).fill(-1)
  const basis: Basis = { members, pivotOf }
  const work = new Float64Array(equations.sums.length)
  const size = (row: number): number => (equations.starts[row + 1] ?? 0) - (equations.starts[row] ?? 0)
  for (let column = 0; column < equations.columns; column++) {
    const touched: number[] = []
    for (let k = starts[column] ?? 0; k < (starts[column + 1] ?? 0); k++) {
      work[rows[k] ?? 0] = residue(coefficients[k] ?? 0)
      touched.push(rows[k] ?? 0)
    }
    const { before, factors } = reduce(work, touched, basis)
    const left = touched.filter((row) => work[row] !== 0)
    const [first] = left
    if (first !== undefined) {
      const pivot = left.reduce((least, row) => (size(row) < size(least) ? row : least), first)
      const scale = inverse(work[pivot] ?? 0)
      pivotOf[pivot] = members.length
      const values = left.map((row) => ((work[row] ?? 0) * scale) % prime)
      members.push({ column, pivot, scale, rows: left, values, before, factors })
    }
    for (const row of touched) work[row] = 0
  }
  return basis
}
