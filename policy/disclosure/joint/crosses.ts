/** Chooses the crosses to look through: those of the tables, or one of all variables where that is small. */
import type { Box, JointVariable } from "./box.ts"
import type { CategorySet } from "./category-set.ts"
import { axisOf, type Cross, crossOf } from "./cross.ts"
import type { Monomials } from "./monomials.ts"

/** Up to this many groups, one cross of every variable is looked through: then zeros are lifted everywhere. */
export const mostInOne = 20_000

/** More than this in one cross would not fit into memory: the audit refuses instead. */
export const mostInCross = 4_000_000

export type UsedSets = ReadonlyMap<number, ReadonlySet<CategorySet>>

export const usedSets = (boxes: Iterable<Box>): UsedSets => {
  const used = new Map<number, Set<CategorySet>>()
  for (const box of boxes)
    for (const { variable, set } of box) {
      const known = used.get(variable)
      if (known === undefined) used.set(variable, new Set([set]))
      else known.add(set)
    }
  return used
}

/** Sets of variables that stand together, without those that are part of another. */
const maximalSets = (tables: readonly (readonly Box[])[]): readonly (readonly number[])[] => {
  const sets = tables.map((boxes) => [...new Set(boxes.flatMap((box) => box.map(({ variable }) => variable)))])
  const distinct = [...new Map(sets.map((set) => [set.toSorted((a, b) => a - b).join(), set])).values()]
  return distinct
    .filter((set) => !distinct.some((other) => other.length > set.length && set.every((each) => other.includes(each))))
    .map((set) => set.toSorted((a, b) => a - b))
}

/** By table, the boxes of its cells. Returns undefined where a cross has too many groups. */
export const crossesOf = (
  variables: readonly JointVariable[],
  tables: readonly (readonly Box[])[],
  monomials: Monomials,
  { mostTogether = mostInOne }: { readonly mostTogether?: number } = {},
): readonly Cross[] | undefined => {
  const used = usedSets(tables.flat())
  const axes = new Map(
    [...used.keys()].map((variable) => {
      const known = variables[variable] ?? { name: "", leaves: 1, isItem: false, isSensitive: false, categories: [] }
      return [variable, axisOf(known, variable, [...(used.get(variable) ?? [])], monomials)] as const
    }),
  )
  const cross = (set: readonly number[]): Cross => crossOf(set.flatMap((variable) => axes.get(variable) ?? []))
  const all = cross([...used.keys()].toSorted((a, b) => a - b))
  if (all.size <= mostTogether) return [all]
  const sets = maximalSets(tables)
  const crosses = sets.map((set) => {
    const whole = cross(set)
    if (whole.size <= mostInCross / 16) return whole
    // A cross of many sets is looked through with the sets that its own tables, or parts of them, are made of.
    const own = usedSets(
      tables.filter((boxes) => boxes.every((box) => box.every(({ variable }) => set.includes(variable)))).flat(),
    )
    return crossOf(
      set.flatMap((variable) => {
        const known = variables[variable]
        return known === undefined ? [] : axisOf(known, variable, [...(own.get(variable) ?? [])], monomials)
      }),
    )
  })
  return crosses.some(({ size }) => size > mostInCross) ? undefined : crosses
}
