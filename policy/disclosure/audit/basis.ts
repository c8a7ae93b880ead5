/** Cells enough to settle all others, found by sparse elimination modulo a prime: a hint, since all it is used for is proved in whole numbers. */
import { inverse, prime, residue } from "./residue.ts"
import type { Equations } from "./system.ts"

/** Entries by column: those of column `c` are from `starts[c]` to `starts[c + 1]`. */
export interface Columns {
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly coefficients: Float64Array
}

/**
 * Member `k` is a column less multiples (`factors`) of the members before it, its pivot row being in none after it:
 * column = member / scale + sum of factors times members. Its entry is 1 at the pivot.
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
  /** The member whose pivot a row is, or -1. */
  readonly pivotOf: Int32Array
}

/** Takes the first-made members out of `work`, which may bring in later ones; what is left has no pivot in it. */
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

export const columnsOf = ({ columns, starts, indices, coefficients }: Equations): Columns => {
  const ends = new Int32Array(columns + 1)
  for (const column of indices) ends[column + 1] = (ends[column + 1] ?? 0) + 1
  for (let column = 0; column < columns; column++) ends[column + 1] = (ends[column + 1] ?? 0) + (ends[column] ?? 0)
  const next = ends.slice()
  const entries = { starts: ends, rows: new Int32Array(indices.length), coefficients: new Float64Array(indices.length) }
  for (let row = 0; row + 1 < starts.length; row++)
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
      const place = next[indices[k] ?? 0] ?? 0
      next[indices[k] ?? 0] = place + 1
      entries.rows[place] = row
      entries.coefficients[place] = coefficients[k] ?? 0
    }
  return entries
}

/** Short relations are settled first, which keeps what is left of a column short. */
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
