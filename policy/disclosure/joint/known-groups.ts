/** Everything that follows from published counts: by sums, and because a group of nobody has only parts of nobody. */
import { type Box, boxKey } from "./box.ts"
import { isWithin } from "./category-set.ts"
import { closureOf, type Equation } from "./closure.ts"
import { type Cross, type GroupValues, groupBox, groupValues, placeIn } from "./cross.ts"
import type { Monomials } from "./monomials.ts"

export interface KnownCross extends GroupValues {
  readonly cross: Cross
}

export interface KnownGroups {
  readonly crosses: readonly KnownCross[]
  readonly isConsistent: boolean
  /** The published counts, and the groups of nobody that follow from them. */
  readonly equations: readonly Equation[]
}

/** One for each prime: what follows modulo one of them counts as known. */
export interface Field {
  readonly prime: number
  readonly monomials: Monomials
}

const merged = (one: GroupValues, other: GroupValues): GroupValues => {
  const { follows, counts } = one
  for (let group = 0; group < follows.length; group++)
    if (follows[group] === 0 && other.follows[group] === 1) {
      follows[group] = 1
      counts[group] = other.counts[group] ?? 0
    }
  return { follows, counts, fingerprints: [...one.fingerprints, ...other.fingerprints] }
}

/** Whether a wider group of the cross is empty too: then it says more. */
const hasWiderZero = ({ cross, follows, counts }: KnownCross, group: number): boolean =>
  cross.axes.some(({ wider }, at) => {
    const place = placeIn(cross, group, at)
    return (wider[place] ?? []).some((other) => {
      const above = group + (other - place) * (cross.strides[at] ?? 1)
      return follows[above] === 1 && counts[above] === 0
    })
  })

const emptyBoxes = (known: readonly KnownCross[]): ReadonlyMap<string, Box> => {
  const found = new Map<string, Box>()
  for (const each of known)
    for (let group = 0; group < each.cross.size; group++)
      if (each.follows[group] === 1 && each.counts[group] === 0 && !hasWiderZero(each, group)) {
        const box = groupBox(each.cross, group)
        found.set(boxKey(box), box)
      }
  return found
}

/** Parts of nobody that do not follow by sums. A group that is the sum of others is left to those. */
const liftedInto = ({ cross, follows }: KnownCross, empty: Box): readonly Box[] => {
  const places = cross.axes.map(({ variable, sets, parts }) => {
    const within = empty.find((factor) => factor.variable === variable)
    return [...sets.keys()].filter(
      (place) => (parts[place] ?? []).length === 0 && (within === undefined || isWithin(sets[place] ?? 0n, within.set)),
    )
  })
  let groups: readonly number[] = [0]
  for (const [at, own] of places.entries())
    groups = groups.flatMap((group) => own.map((place) => group + place * (cross.strides[at] ?? 1)))
  return groups.filter((group) => follows[group] === 0).map((group) => groupBox(cross, group))
}

const hasVariablesOf = ({ cross }: KnownCross, box: Box): boolean =>
  box.every(({ variable }) => cross.axes.some((axis) => axis.variable === variable))

export const knownGroups = (
  crosses: readonly Cross[],
  published: readonly Equation[],
  fields: readonly Field[],
): KnownGroups => {
  let equations = published
  const lifted = new Set<string>()
  for (;;) {
    const closures = fields.map(({ prime, monomials }) => closureOf(equations, monomials, prime))
    const known = crosses.map((cross): KnownCross => {
      const each = fields.flatMap(({ prime, monomials }, at) => {
        const closure = closures[at]
        return closure === undefined ? [] : [groupValues(cross, closure, monomials, prime)]
      })
      const [first, ...others] = each as [GroupValues, ...GroupValues[]]
      return { cross, ...others.reduce(merged, first) }
    })
    const isConsistent = closures.every((closure) => closure.isConsistent)
    const more: Equation[] = []
    if (isConsistent)
      for (const [key, empty] of emptyBoxes(known)) {
        if (lifted.has(key)) continue
        lifted.add(key)
        const boxes = known.filter((each) => hasVariablesOf(each, empty)).flatMap((each) => liftedInto(each, empty))
        for (const box of new Map(boxes.map((each) => [boxKey(each), each])).values()) more.push({ box, count: 0 })
      }
    if (more.length === 0) return { crosses: known, isConsistent, equations }
    equations = [...equations, ...more]
  }
}
