/** A proposal as the audit sees it: each cell named by what it is of, its records' key, and which cells add up to which. */
import type { LinkedTable } from "./audit/linked.ts"
import type { Relation } from "./audit/publication.ts"
import type { Auditable } from "./auditable.ts"
import type { Hierarchy, TableDimension } from "./table.ts"
import { total } from "./tables/dimension.ts"

/** The same in every table that has such a cell, whatever else the table has. */
export const nameOf = (dimensions: readonly TableDimension[], labels: readonly string[]): string =>
  JSON.stringify(
    labels
      .map((label, at) => [dimensions[at]?.name ?? "", label])
      .filter(([, label]) => label !== total)
      .sort(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
  )

/** Each category that others lie directly within, with those. */
const familiesOf = ({ leaves, parents }: Hierarchy): ReadonlyMap<string, readonly string[]> => {
  const categories = [...new Set([...leaves, ...Object.keys(parents), ...Object.values(parents)])]
  return Map.groupBy(
    categories.filter((category) => category !== total),
    (category) => parents[category] ?? total,
  )
}

export const onLedger = ({ id, facts: { dimensions, hierarchies, cells } }: Auditable): LinkedTable => {
  const relations: Relation[] = []
  for (const [at, hierarchy] of hierarchies.entries())
    for (const [whole, parts] of familiesOf(hierarchy))
      for (const { labels } of cells)
        if (labels[at] === whole)
          relations.push([
            nameOf(dimensions, labels),
            ...parts.map((part) => nameOf(dimensions, labels.with(at, part))),
          ])
  return {
    id,
    relations,
    cells: cells.map(({ labels, count, published, key }) => ({
      id: nameOf(dimensions, labels),
      key: BigInt(`0x${key}`),
      count,
      published,
    })),
  }
}
