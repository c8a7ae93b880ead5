/** Lists the groups of a cross of variables, and works out at once which of their counts follow from published ones. */
import type { Box, JointVariable } from "./box.ts"
import { type CategorySet, coarserFirst, fullSet, isWithin } from "./category-set.ts"
import { type Closure, lanes } from "./closure.ts"
import type { Monomials } from "./monomials.ts"
import { signedOf } from "./prime-field.ts"
import { firstHash, hashWith } from "./product-hash.ts"

/** The sets of one variable that the groups of a cross are made of; the first is everybody. */
export interface Axis {
  readonly variable: number
  readonly sets: readonly CategorySet[]
  /** Of each set, the disjoint largest categories within it that together are all of it; empty where they are not. */
  readonly parts: readonly (readonly number[])[]
  /** Of each set, the sets that hold it. */
  readonly wider: readonly (readonly number[])[]
}

export interface Cross {
  readonly axes: readonly Axis[]
  readonly strides: readonly number[]
  readonly size: number
}

/** Up to this many leaves that tables tell apart, every union of them is a group. */
const mostInUnions = 4

const unionsOf = (atoms: readonly CategorySet[]): readonly CategorySet[] =>
  atoms.length > mostInUnions
    ? []
    : Array.from({ length: 2 ** atoms.length - 1 }, (_, chosen) =>
        atoms.reduce((union, atom, at) => (((chosen + 1) >> at) & 1 ? union | atom : union), 0n),
      )

/** Largest first, each disjoint from those before it; other sets only for what no category holds. */
const partsOf = (at: number, sets: readonly CategorySet[], isCategory: (set: CategorySet) => boolean) => {
  let left = sets[at] ?? 0n
  const parts: number[] = []
  for (const chosen of [true, false])
    for (const [other, set] of sets.entries())
      if (other !== at && isCategory(set) === chosen && isWithin(set, left)) {
        parts.push(other)
        left &= ~set
      }
  return left === 0n ? parts : []
}

export const axisOf = (
  { leaves, categories }: JointVariable,
  variable: number,
  used: readonly CategorySet[],
  { bases }: Monomials,
): Axis => {
  const full = fullSet(leaves)
  const known = new Set(categories)
  const basis = bases[variable]
  const filters = used.filter((set) => !known.has(set))
  const candidates = [
    full,
    ...used,
    ...filters.map((set) => full & ~set),
    ...categories,
    ...unionsOf(basis?.atoms ?? []),
  ]
  const sets = [...new Set(candidates)]
    .filter((set) => set !== 0n && basis?.expand(set) !== undefined)
    .toSorted(coarserFirst)
  return {
    variable,
    sets,
    parts: sets.map((_, at) => partsOf(at, sets, (set) => known.has(set))),
    wider: sets.map((set) =>
      [...sets.keys()].filter((other) => sets[other] !== set && isWithin(set, sets[other] ?? 0n)),
    ),
  }
}

export const crossOf = (axes: readonly Axis[]): Cross => {
  const strides: number[] = []
  let size = 1
  for (const { sets } of axes.toReversed()) {
    strides.unshift(size)
    size *= sets.length
  }
  return { axes, strides, size }
}

/** The index of a group's set in one axis. */
export const placeIn = ({ axes, strides }: Cross, group: number, at: number): number =>
  Math.floor(group / (strides[at] ?? 1)) % (axes[at]?.sets.length ?? 1)

export const groupBox = (cross: Cross, group: number): Box =>
  cross.axes.flatMap(({ variable, sets }, at) => {
    const place = placeIn(cross, group, at)
    return place === 0 ? [] : [{ variable, set: sets[place] ?? 0n }]
  })

/** The group that a box is, or -1 if the cross lacks it. */
export const groupOf = ({ axes, strides }: Cross, box: Box): number => {
  let group = 0
  for (const { variable, set } of box) {
    const at = axes.findIndex((axis) => axis.variable === variable)
    const place = axes[at]?.sets.indexOf(set) ?? -1
    if (place < 0) return -1
    group += place * (strides[at] ?? 1)
  }
  return group
}

/** Values of every product of basis elements, in the order of the axes, by lane. */
const productValues = ({ axes }: Cross, closure: Closure, { bases, elementOf, product }: Monomials) => {
  const sizes = axes.map(({ variable }) => bases[variable]?.size ?? 1)
  const size = sizes.reduce((all, each) => all * each, 1)
  const values = Array.from({ length: lanes + 1 }, () => new Float64Array(size))
  let place = 0
  const fill = (at: number, monomial: number, hash: number): void => {
    const axis = axes[at]
    if (axis === undefined) {
      for (let lane = 0; lane <= lanes; lane++) {
        const value = monomial < 0 ? closure.drawn(hash, lane) : closure.productValue(monomial, lane)
        const own = values[lane]
        if (own !== undefined) own[place] = value
      }
      place += 1
      return
    }
    for (let element = 0; element < (sizes[at] ?? 1); element++) {
      const id = elementOf(axis.variable, element)
      if (element === 0) fill(at + 1, monomial, hash)
      else fill(at + 1, product(monomial, id, false), hashWith(hash, id))
    }
  }
  fill(0, 0, firstHash)
  return { sizes, values }
}

/** Turns one axis from basis elements into sets. */
const toSets = (
  values: Float64Array,
  { variable, sets }: Axis,
  { outer, from, inner }: { readonly outer: number; readonly from: number; readonly inner: number },
  { bases }: Monomials,
  prime: number,
): Float64Array => {
  const result = new Float64Array(outer * sets.length * inner)
  for (const [place, set] of sets.entries()) {
    const { elements = [], factors = [] } = bases[variable]?.expand(set) ?? {}
    for (const [at, element] of elements.entries()) {
      const factor = factors[at] ?? 0
      for (let out = 0; out < outer; out++) {
        const to = (out * sets.length + place) * inner
        const source = (out * from + element) * inner
        for (let k = 0; k < inner; k++)
          result[to + k] = ((result[to + k] as number) + factor * (values[source + k] as number)) % prime
      }
    }
  }
  return result
}

export interface GroupValues {
  /** 1 for a group whose count follows from published counts. */
  readonly follows: Uint8Array
  /** That count; without meaning for other groups. */
  readonly counts: Int32Array
  /** The group's values in the null vectors. Two groups with proportional values give each other away. */
  readonly fingerprints: readonly Float64Array[]
}

export const groupValues = (cross: Cross, closure: Closure, monomials: Monomials, prime: number): GroupValues => {
  const { sizes, values } = productValues(cross, closure, monomials)
  const lanesOfSets = values.map((first) => {
    let lane: Float64Array = first
    let outer = 1
    let inner = sizes.reduce((all, each) => all * each, 1)
    for (const [at, axis] of cross.axes.entries()) {
      const from = sizes[at] ?? 1
      inner /= from
      lane = toSets(lane, axis, { outer, from, inner }, monomials, prime)
      outer *= axis.sets.length
    }
    return lane
  })
  const fingerprints = lanesOfSets.slice(0, lanes)
  const solution = lanesOfSets[lanes] ?? new Float64Array(cross.size)
  const follows = new Uint8Array(cross.size)
  const counts = new Int32Array(cross.size)
  for (let group = 0; group < cross.size; group++) {
    if (fingerprints.every((lane) => lane[group] === 0)) follows[group] = 1
    counts[group] = signedOf(solution[group] ?? 0, prime)
  }
  return { follows, counts, fingerprints }
}
