/** Presents a proposal to the audit: each cell with its categories, its records' key and its sums. */
import type { LinkedTableWithRelations } from "../disclosure/audit/link-tables.ts"
import type { Relation } from "../disclosure/audit/publication.ts"
import { total } from "../disclosure/tables/dimension.ts"
import type { ReleaseCandidate } from "./candidate.ts"
import type { Hierarchy, TableDimension } from "./table.ts"

/** The same in every table that has such a cell, whatever else the table has. */
export const cellName = (dimensions: readonly TableDimension[], labels: readonly string[]): string =>
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

export const linkedTableOf = ({
  id,
  facts: { dimensions, hierarchies, cells },
}: ReleaseCandidate): LinkedTableWithRelations => {
  const relations: Relation[] = []
  for (const [at, hierarchy] of hierarchies.entries())
    for (const [whole, parts] of familiesOf(hierarchy))
      for (const { labels } of cells)
        if (labels[at] === whole)
          relations.push([
            cellName(dimensions, labels),
            ...parts.map((part) => cellName(dimensions, labels.with(at, part))),
          ])
  return {
    id,
    relations,
    cells: cells.map(({ labels, count, published, key }) => ({
      id: cellName(dimensions, labels),
      key: BigInt(`0x${key}`),
      count,
      published,
    })),
  }
}
