/** The categories of a dimension as they are read: each with its parts after it, in the order of the form, and `Total` last. */

import { type Dimension, total } from "../../../policy/disclosure/tables/dimension.ts"
import type { TableDimension } from "../../../policy/release/table.ts"
import type { Levels } from "./table-request.ts"

/** The position of a category, from the top of the tree down. */
const path = ({ chain, categories }: Dimension, node: number, place: ReadonlyMap<string, number>): readonly number[] =>
  [...(chain[node] ?? [])]
    .toReversed()
    .slice(1)
    .map((at) => place.get(categories[at] ?? "") ?? 0)

const before = (a: readonly number[], b: readonly number[]): number => {
  const differs = a.findIndex((each, at) => each !== b[at])
  return differs === -1 ? a.length - b.length : (a[differs] ?? 0) - (b[differs] ?? -1)
}

export const inReadingOrder = (levels: Levels, dimension: Dimension | undefined): TableDimension => {
  const [{ title: name, sensitive = true }] = levels
  if (dimension === undefined) return { name, categories: [total] }
  const words = levels.toReversed().flatMap(({ categories }) => categories.map((category) => category.words))
  const place = new Map(words.toReversed().map((each, at) => [each, words.length - at]))
  const nodes = dimension.categories
    .map((category, node) => ({ category, path: path(dimension, node, place) }))
    .filter(({ category }) => category !== total)
    .toSorted((a, b) => before(a.path, b.path))
  return { name, categories: [...nodes.map(({ category }) => category), total], sensitive }
}
