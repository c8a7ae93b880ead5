/** Finds every group whose members are all in one category, so that to know a member is to know the category; and which zero to hide for it. */
import type { Dimension } from "../../tables/dimension.ts"
import { leavesOf, nodeOf } from "../../tables/lattice.ts"
import type { Table } from "../../tables/tabulate.ts"

/** The dimensions that tell something of a child, by name; or every one. */
export type Sensitive = "all" | readonly string[]

export interface OneCategoryGroup {
  /** A total whose records are all in `shown`. */
  readonly group: number
  readonly shown: number
  /** The empty cell in the same row that could best hold a child. */
  readonly hide: number
  /** An empty leaf in that. */
  readonly leaf: number
}

const childrenOf = ({ categories, parent }: Dimension): readonly (readonly number[])[] => {
  const children: number[][] = categories.map(() => [])
  parent.forEach((above, node) => {
    children[above]?.push(node)
  })
  return children
}

export const findOneCategoryGroups = (table: Table, sensitive: Sensitive): readonly OneCategoryGroup[] => {
  const { lattice, counts } = table
  const { dimensions, stride } = lattice
  /** Of one category alone, all else in total. */
  const marginOf = (way: number, node: number): number => {
    const roots = (dimensions[way]?.categories.length ?? 1) - 1
    return counts[lattice.size - 1 - (roots - node) * (stride[way] ?? 1)] ?? 0
  }
  /** The leaf whose categories are the most usual. */
  const leafIn = (cell: number): number => {
    const worth = (leaf: number): number =>
      dimensions.reduce((sum, _, way) => sum + marginOf(way, nodeOf(lattice, leaf, way)), 0)
    return leavesOf(lattice, cell).reduce((best, leaf) => (worth(leaf) > worth(best) ? leaf : best))
  }
  const found: OneCategoryGroup[] = []
  dimensions.forEach((dimension, way) => {
    if (sensitive !== "all" && !sensitive.includes(dimension.name)) return
    const children = childrenOf(dimension)
    const step = stride[way] ?? 1
    counts.forEach((count, group) => {
      const node = nodeOf(lattice, group, way)
      const below = children[node] ?? []
      if (count === 0 || below.length < 2) return
      const at = (child: number): number => group + (child - node) * step
      const filled = below.filter((child) => (counts[at(child)] as number) > 0)
      const [only = -1] = filled
      if (filled.length !== 1) return
      const [first = -1, ...rest] = below.filter((child) => child !== only)
      const usual = rest.reduce((best, child) => (marginOf(way, child) > marginOf(way, best) ? child : best), first)
      found.push({ group, shown: at(only), hide: at(usual), leaf: leafIn(at(usual)) })
    })
  })
  return found
}
