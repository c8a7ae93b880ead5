/** Finds a short sum of published counts that gives a group away: those nearest to the group are tried first. */
import { type Box, boxKey } from "./box.ts"
import { usedSets } from "./crosses.ts"
import type { Leak } from "./find-leaks.ts"
import type { Ledger } from "./joint-audit.ts"
import { type Monomials, monomialsOf } from "./monomials.ts"
import { inverseOf, primes, residueOf, signedOf } from "./prime-field.ts"

/** A published count, how often it is added or subtracted, and the tables that show it. */
export interface SumTerm {
  readonly box: Box
  readonly factor: number
  readonly tables: readonly string[]
}

/** A sum of boxes. */
type Target = ReadonlyArray<readonly [factor: number, box: Box]>

const [prime] = primes

interface Row {
  readonly terms: Map<number, number>
  /** By the place of a published count. */
  readonly of: Map<number, number>
}

const addTo = (sums: Map<number, number>, others: ReadonlyMap<number, number>, factor: number): void => {
  for (const [at, value] of others) {
    const sum = residueOf((sums.get(at) ?? 0) + ((factor * value) % prime), prime)
    if (sum === 0) sums.delete(at)
    else sums.set(at, sum)
  }
}

/** Subtracts pivot rows until the row has no pivot of theirs. */
const reduce = (row: Row, pivots: ReadonlyMap<number, Row>): void => {
  for (;;) {
    const column = [...row.terms.keys()].find((each) => pivots.has(each))
    const pivot = column === undefined ? undefined : pivots.get(column)
    if (column === undefined || pivot === undefined) return
    const factor = residueOf(-(row.terms.get(column) ?? 0), prime)
    addTo(row.terms, pivot.terms, factor)
    addTo(row.of, pivot.of, factor)
  }
}

const termsOf = (target: Target, monomials: Monomials): Map<number, number> => {
  const sums = new Map<number, number>()
  for (const [factor, box] of target) {
    const { monomials: numbers, factors } = monomials.terms(box) ?? { monomials: [], factors: [] }
    const own = new Map<number, number>()
    for (const [at, monomial] of numbers.entries())
      own.set(monomial, residueOf((own.get(monomial) ?? 0) + (factors[at] ?? 0), prime))
    addTo(sums, own, residueOf(factor, prime))
  }
  return sums
}

/** In how many variables two boxes differ. */
const distance = (one: Box, other: Box): number => {
  const sets = new Map(other.map(({ variable, set }) => [variable, set]))
  const same = one.filter(({ variable, set }) => sets.get(variable) === set).length
  const both = one.filter(({ variable }) => sets.has(variable)).length
  return one.length + other.length - both - same
}

/** More published counts than this are not searched. */
const mostRows = 3_000

export const targetOf = (leak: Leak): Target => {
  if (leak.kind === "rest") return [[1, leak.box], ...leak.less.map((box) => [-1, box] as const)]
  if (leak.kind === "difference")
    return [
      [1, leak.box],
      [-1, leak.less],
    ]
  return [[1, leak.box]]
}

/** Undefined where no sum was found among the nearest counts, or where a group of nobody had to be split. */
export const explain = ({ variables, tables }: Ledger, leak: Leak): readonly SumTerm[] | undefined => {
  const shown = new Map<string, { readonly box: Box; readonly tables: string[] }>()
  for (const { id, cells } of tables)
    for (const { box, published, name } of cells) {
      if (!published || name === undefined) continue
      const known = shown.get(boxKey(box))
      if (known === undefined) shown.set(boxKey(box), { box, tables: [id] })
      else known.tables.push(id)
    }
  const target = targetOf(leak)
  const far = ({ box }: { readonly box: Box }): number => Math.min(...target.map(([, each]) => distance(box, each)))
  const rows = [...shown.values()]
    .map((row) => ({ ...row, far: far(row) }))
    .toSorted((one, other) => one.far - other.far || one.box.length - other.box.length)
    .slice(0, mostRows)
  const used = usedSets([...rows.map(({ box }) => box), ...target.map(([, box]) => box)])
  const monomials = monomialsOf(variables, used, prime)
  const pivots = new Map<number, Row>()
  for (const [at, { box, far: own }] of rows.entries()) {
    const row: Row = { terms: termsOf([[1, box]], monomials), of: new Map([[at, 1]]) }
    reduce(row, pivots)
    const [column] = row.terms.keys()
    if (column !== undefined) {
      const scale = inverseOf(row.terms.get(column) ?? 1, prime)
      const scaled: Row = { terms: new Map(), of: new Map() }
      addTo(scaled.terms, row.terms, scale)
      addTo(scaled.of, row.of, scale)
      pivots.set(column, scaled)
    }
    if (rows[at + 1]?.far === own) continue
    const wanted: Row = { terms: termsOf(target, monomials), of: new Map() }
    reduce(wanted, pivots)
    if (wanted.terms.size === 0)
      return [...wanted.of].flatMap(([place, factor]) => {
        const found = rows[place]
        return found === undefined ? [] : [{ box: found.box, tables: found.tables, factor: -signedOf(factor, prime) }]
      })
  }
  return undefined
}
