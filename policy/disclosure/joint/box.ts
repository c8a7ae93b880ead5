/** A group of children as a product of category sets: one algebra for every cell and every filter of every table. */
import { type CategorySet, fullSet, isWithin } from "./category-set.ts"

/** A variable that every child has one leaf of. */
export interface JointVariable {
  readonly name: string
  readonly leaves: number
  /** An answer, as opposed to a characteristic: eliminated first, one family for each. */
  readonly isItem: boolean
  /** Whether it would reveal something about a group that all its children are in one category. */
  readonly isSensitive: boolean
  /** Every category and band that readers know of. */
  readonly categories: readonly CategorySet[]
}

export interface Factor {
  /** The index of the variable. */
  readonly variable: number
  readonly set: CategorySet
}

/** Sorted by variable; a variable that is not restricted is left out. The empty box is everybody. */
export type Box = readonly Factor[]

/** Intersects all factors. Returns undefined for a box that nobody can be in. */
export const boxOf = (variables: readonly JointVariable[], factors: readonly Factor[]): Box | undefined => {
  const sets = new Map<number, CategorySet>()
  for (const { variable, set } of factors) sets.set(variable, (sets.get(variable) ?? set) & set)
  if ([...sets.values()].includes(0n)) return undefined
  return [...sets]
    .filter(([variable, set]) => set !== fullSet(variables[variable]?.leaves ?? 0))
    .map(([variable, set]) => ({ variable, set }))
    .toSorted((a, b) => a.variable - b.variable)
}

/** The canonical key: equal for equal groups, whatever table they are in. */
export const boxKey = (box: Box): string => box.map(({ variable, set }) => `${variable}:${set.toString(36)}`).join(" ")

export const isInside = (part: Box, whole: Box): boolean =>
  whole.every(({ variable, set }) => part.some((each) => each.variable === variable && isWithin(each.set, set)))

export interface JointCell {
  readonly box: Box
  readonly count: number
  readonly published: boolean
  /** Identifies the records; equal keys are the same records. */
  readonly key: bigint
  /** The cell's name in its table. */
  readonly name?: string
}

export interface JointTable {
  readonly id: string
  readonly cells: readonly JointCell[]
}
