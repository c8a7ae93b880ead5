/** Keeps published counts as reduced rows over products of categories, and watches sums that must never follow from them. */
import { type Box, boxKey } from "../joint/box.ts"
import type { Monomials } from "../joint/monomials.ts"
import { inverseOf, residueOf } from "../joint/prime-field.ts"
import { drawnFrom } from "../joint/product-hash.ts"

/** The factor of each product. */
export type Vector = Map<number, number>

/** A sum of boxes that must not follow. */
export type Target = ReadonlyArray<readonly [factor: number, box: Box]>

export const targetKey = (target: Target): string => target.map(([factor, box]) => `${factor}*${boxKey(box)}`).join("+")

const lanes = [11, 12, 13] as const

const addTo = (to: Vector, from: Vector, factor: number, prime: number): void => {
  for (const [column, value] of from) {
    const sum = ((to.get(column) ?? 0) + factor * value) % prime
    if (sum === 0) to.delete(column)
    else to.set(column, sum)
  }
}

export interface Echelon {
  /** Refuses a count from which, with those before, a watched sum would follow. Takes it in otherwise. */
  readonly publish: (box: Box) => boolean
  /** Takes a count in, whatever follows. */
  readonly add: (box: Box) => void
}

export const echelonOf = (monomials: Monomials, prime: number, targets: readonly Target[]): Echelon => {
  const pivots = new Map<number, Vector>()
  const order = new Map<number, number>()
  const holders = new Map<number, Set<number>>()
  const named = new Map<string, Set<number>>()

  const vectorOf = (target: Target): Vector => {
    const sum: Vector = new Map()
    for (const [factor, box] of target) {
      const terms = monomials.terms(box)
      for (const [at, monomial] of (terms?.monomials ?? []).entries())
        addTo(sum, new Map([[monomial, residueOf(factor * (terms?.factors[at] ?? 0), prime)]]), 1, prime)
    }
    return sum
  }

  /** Proportional vectors have the same name. */
  const nameOf = (vector: Vector): string => {
    const sums = lanes.map((lane) => {
      let sum = 0
      for (const [monomial, value] of vector)
        sum = (sum + value * drawnFrom(monomials.hashOf(monomial), lane, prime)) % prime
      return sum
    })
    const scale = inverseOf(sums.find((sum) => sum !== 0) ?? 1, prime)
    return sums.map((sum) => (sum * scale) % prime).join()
  }

  const reduce = (vector: Vector): Vector => {
    for (;;) {
      let first = -1
      for (const column of vector.keys()) {
        const place = order.get(column)
        if (place !== undefined && (first < 0 || place < (order.get(first) ?? 0))) first = column
      }
      const pivot = pivots.get(first)
      if (pivot === undefined) return vector
      addTo(vector, pivot, prime - (vector.get(first) ?? 0), prime)
    }
  }

  const watched = targets.map(vectorOf)
  const names: (string | undefined)[] = []
  const name = (at: number): void => {
    const vector = watched[at] ?? new Map()
    const before = names[at]
    if (before !== undefined) named.get(before)?.delete(at)
    names[at] = vector.size === 0 ? undefined : nameOf(vector)
    const now = names[at]
    if (now === undefined) return
    const others = named.get(now)
    if (others === undefined) named.set(now, new Set([at]))
    else others.add(at)
  }
  const hold = (column: number, at: number): void => {
    const known = holders.get(column)
    if (known === undefined) holders.set(column, new Set([at]))
    else known.add(at)
  }
  for (const [at, vector] of watched.entries()) {
    for (const column of vector.keys()) hold(column, at)
    name(at)
  }

  /** The column that the fewest watched sums have. */
  const rarest = (row: Vector): number => {
    let [found, fewest] = [-1, Number.POSITIVE_INFINITY]
    for (const column of row.keys()) {
      const many = holders.get(column)?.size ?? 0
      if (many < fewest) [found, fewest] = [column, many]
    }
    return found
  }

  const take = (row: Vector): void => {
    const column = rarest(row)
    if (column < 0) return
    const scale = inverseOf(row.get(column) ?? 1, prime)
    const pivot: Vector = new Map([...row].map(([each, value]) => [each, (value * scale) % prime]))
    order.set(column, pivots.size)
    pivots.set(column, pivot)
    for (const at of holders.get(column) ?? []) {
      const vector = watched[at] ?? new Map()
      addTo(vector, pivot, prime - (vector.get(column) ?? 0), prime)
      for (const each of pivot.keys()) if (vector.has(each)) hold(each, at)
      name(at)
    }
    holders.delete(column)
  }

  const rowOf = (box: Box): Vector => reduce(vectorOf([[1, box]]))

  return {
    publish: (box) => {
      const row = rowOf(box)
      if (row.size === 0) return true
      if ((named.get(nameOf(row))?.size ?? 0) > 0) return false
      take(row)
      return true
    },
    add: (box) => take(rowOf(box)),
  }
}
