/** Builds the tree of categories of one dimension from records, with `Total` as root and one parent for each category. */
import { Effect } from "effect"
import type { Column } from "./microdata.ts"
import { TableRefused } from "./refused.ts"

export const total = "Total"
/** The parent of `Total`. A move whose top is `outside` changes the total of the dimension. */
export const outside = -1

export interface Dimension {
  readonly name: string
  /** Leaves first, in tree order, so that the leaves under any category are contiguous; `Total` last. */
  readonly categories: readonly string[]
  /** `outside` for `Total`. */
  readonly parent: Int32Array
  readonly leaves: number
  /** The leaves under a category run from `first` to `end`, exclusive. */
  readonly first: Int32Array
  readonly end: Int32Array
  /** For each category, the categories from itself up to `Total`. */
  readonly chain: readonly Int32Array[]
}

export interface Coded {
  readonly dimension: Dimension
  /** The leaf of each record. */
  readonly leafOf: Int32Array
}

const refuse = (reason: string) => new TableRefused({ reason })

const nameFault = (category: string): string | undefined => {
  if (category === total) return `is named ${total}, which is reserved for the sum of all categories`
  if (category === "") return "has no name: give missing values a category of their own"
  return category.includes("|") ? "has a | in its name, which separates the categories in a cell's name" : undefined
}

/** Returns the parent of every category of `child`, or the first category that has two. */
const parentsOf = (child: Column, parent: Column): Int32Array | string => {
  const parents = new Int32Array(child.categories.length).fill(-1)
  for (let row = 0; row < child.codes.length; row++) {
    const code = child.codes[row] as number
    const above = parent.codes[row] as number
    if (parents[code] === -1) parents[code] = above
    else if (parents[code] !== above) return child.categories[code] ?? ""
  }
  return parents
}

/** A parent with one child of the same name is the same category. */
const isSame = (child: Column, parent: Column, parents: Int32Array, code: number): boolean =>
  parents.indexOf(code) === parents.lastIndexOf(code) &&
  child.categories[parents.indexOf(code)] === parent.categories[code]

const treeOf = (name: string, paths: readonly (readonly string[])[]): Dimension => {
  const leaves = paths.length
  const categories = paths.map(([leaf = ""]) => leaf)
  const place = new Map(categories.map((category, at) => [category, at]))
  const depth = Math.max(...paths.map((path) => path.length))
  for (let level = 1; level < depth; level++)
    for (const category of paths.flatMap((path) => path[level] ?? []))
      if (!place.has(category)) {
        place.set(category, categories.length)
        categories.push(category)
      }
  const root = categories.push(total) - 1
  const parent = new Int32Array(categories.length).fill(root)
  parent[root] = outside
  for (const path of paths)
    path.forEach((category, level) => {
      const above = path[level + 1]
      if (above !== undefined) parent[place.get(category) ?? 0] = place.get(above) ?? root
    })
  const chain = categories.map((_, node) => {
    const up: number[] = []
    for (let at = node; at !== outside; at = parent[at] ?? outside) up.push(at)
    return Int32Array.from(up)
  })
  const first = new Int32Array(categories.length).fill(leaves)
  const end = new Int32Array(categories.length)
  for (let leaf = 0; leaf < leaves; leaf++)
    for (const node of chain[leaf] ?? []) {
      first[node] = Math.min(first[node] ?? leaf, leaf)
      end[node] = leaf + 1
    }
  return { name, categories, parent, leaves, first, end, chain }
}

/** `columns` go from the leaf level up. */
export const dimensionOf = (columns: readonly Column[]): Effect.Effect<Coded, TableRefused> => {
  const [leaf] = columns
  if (leaf === undefined || leaf.codes.length === 0) return refuse("There is no record to tabulate.")
  for (const column of columns)
    for (const category of column.categories) {
      const fault = nameFault(category)
      if (fault !== undefined) return refuse(`A category of ${column.name} ${fault}.`)
    }
  const paths: string[][] = leaf.categories.map((category) => [category])
  let at = Int32Array.from(leaf.categories, (_, code) => code)
  for (let level = 1; level < columns.length; level++) {
    const [child, parent] = [columns[level - 1], columns[level]]
    if (child === undefined || parent === undefined) continue
    const parents = parentsOf(child, parent)
    if (typeof parents === "string")
      return refuse(
        `${parents} of ${child.name} is in two categories of ${parent.name}: give each category one parent.`,
      )
    const below = at
    at = below.map((code) => parents[code] ?? 0)
    at.forEach((code, path) => {
      if (!isSame(child, parent, parents, code)) paths[path]?.push(parent.categories[code] ?? "")
    })
  }
  const name = leaf.name
  const levels = new Map<string, number>()
  for (const path of paths)
    for (const [level, category] of path.entries()) {
      const place = path.length - level
      if ((levels.get(category) ?? place) !== place || path.indexOf(category) !== level)
        return refuse(`${category} of ${name} is at two levels of the hierarchy: rename one of the two categories.`)
      levels.set(category, place)
    }
  const order = paths
    .map((path, code) => ({ code, key: path.toReversed().join("\u0000") }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const place = new Int32Array(order.length)
  order.forEach(({ code }, to) => {
    place[code] = to
  })
  const dimension = treeOf(
    name,
    order.map(({ code }) => paths[code] ?? []),
  )
  return Effect.succeed({ dimension, leafOf: leaf.codes.map((code) => place[code] ?? 0) })
}
