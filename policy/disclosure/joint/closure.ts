/**
 * Finds what published counts say of any product of basis elements: random null vectors, all zero where a count follows
 * from the published ones, and one solution, which gives that count. An item's products are eliminated before those of
 * characteristics only: the rows left over are what the items say of the characteristics.
 */
import type { Box } from "./box.ts"
import { eliminate, type Pivot, type SparseRow } from "./eliminate.ts"
import type { Monomials, Terms } from "./monomials.ts"
import { residueOf } from "./prime-field.ts"
import { drawnFrom } from "./product-hash.ts"

/** What readers know: the count of a box, or that the counts of two boxes are equal, as they are of the same children. */
export interface Equation {
  readonly box: Box
  readonly equals?: Box
  readonly count: number
}

export const lanes = 2

export interface Closure {
  /** Of a product with a number: its value in a null vector, or in the solution for lane `lanes`. */
  readonly productValue: (monomial: number, lane: number) => number
  /** Of a product that no equation has: its value in a null vector, drawn by a hash of the product. */
  readonly drawn: (hash: number, lane: number) => number
  /** False where the published counts contradict each other. */
  readonly isConsistent: boolean
}

interface Unsolved extends Equation {
  readonly terms: Terms
}

const rowOf = (
  { terms, equals, count }: Unsolved,
  monomials: Monomials,
  known: ReadonlyMap<number, number>,
  prime: number,
): SparseRow => {
  const row: SparseRow = { terms: new Map(), value: residueOf(count, prime) }
  const add = ({ monomials: numbers, factors }: Terms, sign: number): void => {
    for (const [at, monomial] of numbers.entries()) {
      const signed = residueOf(sign * (factors[at] ?? 0), prime)
      const value = known.get(monomial)
      if (value !== undefined) {
        row.value = residueOf(row.value - ((signed * value) % prime), prime)
        continue
      }
      const sum = ((row.terms.get(monomial) ?? 0) + signed) % prime
      if (sum === 0) row.terms.delete(monomial)
      else row.terms.set(monomial, sum)
    }
  }
  add(terms, 1)
  const others = equals && monomials.terms(equals)
  if (others !== undefined) add(others, -1)
  return row
}

/** A count of a single product is known at once, and needs no elimination. */
const knownAlone = (equations: readonly Equation[], monomials: Monomials, prime: number) => {
  const known = new Map<number, number>()
  const others: Unsolved[] = []
  let isConsistent = true
  for (const equation of equations) {
    const terms = monomials.terms(equation.box)
    if (terms === undefined) continue
    const [only] = terms.monomials
    if (equation.equals !== undefined || only === undefined || terms.monomials.length > 1 || terms.factors[0] !== 1) {
      others.push({ ...equation, terms })
      continue
    }
    const before = known.get(only)
    if (before !== undefined && before !== equation.count % prime) isConsistent = false
    known.set(only, equation.count % prime)
  }
  return { known, others, isConsistent }
}

export const closureOf = (equations: readonly Equation[], monomials: Monomials, prime: number): Closure => {
  const { known, others, isConsistent } = knownAlone(equations, monomials, prime)
  const rows = others.map((equation) => rowOf(equation, monomials, known, prime))
  const items = eliminate(rows, monomials.hasItem, prime)
  const characteristics = eliminate(items.rest, () => true, prime)
  const values = Array.from({ length: lanes + 1 }, () => new Float64Array(monomials.size()).fill(-1))
  const drawn = (hash: number, lane: number): number => (lane === lanes ? 0 : drawnFrom(hash, lane, prime))
  const productValue = (monomial: number, lane: number): number => {
    const count = known.get(monomial)
    if (count !== undefined) return lane === lanes ? count : 0
    const value = values[lane]?.[monomial] ?? -1
    if (value >= 0) return value
    return drawn(monomials.hashOf(monomial), lane)
  }
  const solve = (pivots: readonly Pivot[]): void => {
    for (const { column, terms, value } of pivots.toReversed())
      for (let lane = 0; lane <= lanes; lane++) {
        let sum = lane === lanes ? prime - value : 0
        for (const [each, factor] of terms) if (each !== column) sum = (sum + factor * productValue(each, lane)) % prime
        const own = values[lane]
        if (own !== undefined) own[column] = (prime - sum) % prime
      }
  }
  solve(characteristics.pivots)
  solve(items.pivots)
  return {
    productValue,
    drawn,
    isConsistent: isConsistent && characteristics.rest.every(({ value }) => value === 0),
  }
}
