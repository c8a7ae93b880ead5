/** Defines weighted children in units, and how many of them are in each category. */
import type { Margin } from "../weights/rake.ts"

/** Children alike in every margin are one unit. */
export interface Design {
  /** The weight of each child of a unit. */
  readonly weights: Float64Array
  /** The same before trimming. */
  readonly raked: Float64Array
  readonly margins: readonly Omit<Margin, "shares">[]
  /** Where children were drawn in clusters: the cluster of each unit, how many there are, and the share not drawn. */
  readonly clusters?: Clusters
}

export interface Clusters {
  readonly of: Int32Array
  readonly count: number
  readonly notDrawn: number
}

/** Children of each unit in each category; the last category of a unit is everybody outside the base. */
export interface Counts {
  readonly categories: number
  /** `unit * (categories + 1) + category`. */
  readonly of: Float64Array
}

export interface Shares {
  readonly shares: Float64Array
  /** `category * categories + category`. */
  readonly covariance: Float64Array
  /** The children in the base, and the sum of their weights. */
  readonly base: number
  readonly weightedBase: number
  /** Kish's effective number of children in the base. */
  readonly effective: number
}

/** The children of each unit: all of them, or those in the base. */
export const childrenIn = ({ categories, of }: Counts, isOnlyBase: boolean): Float64Array => {
  const wide = categories + 1
  const counted = isOnlyBase ? categories : wide
  const children = new Float64Array(of.length / wide)
  for (let unit = 0; unit < children.length; unit++)
    for (let at = 0; at < counted; at++) children[unit] = (children[unit] ?? 0) + (of[unit * wide + at] ?? 0)
  return children
}
