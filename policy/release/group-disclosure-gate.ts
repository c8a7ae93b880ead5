/** Refuses a row in which all children share one category: it would reveal that category for each of them (group disclosure). */
import { Effect } from "effect"
import { total } from "../disclosure/tables/dimension.ts"
import { RuleViolation } from "../rule-violation.ts"
import type { Cell, Hierarchy, TableDimension } from "./table.ts"

interface Rows {
  readonly dimensions: readonly TableDimension[]
  /** In the order of the dimensions. */
  readonly hierarchies: readonly Hierarchy[]
  readonly cells: readonly Cell[]
}

/** The first level below `Total` that has more than one category, or the last where each has only one. */
const firstSplit = ({ leaves, parents }: Hierarchy): readonly string[] => {
  const all = new Set([...leaves, ...Object.values(parents)])
  let level = [...all].filter((category) => category !== total && (parents[category] ?? total) === total)
  while (level.length === 1) {
    const [only] = level
    const below = [...all].filter((category) => parents[category] === only)
    if (below.length === 0) break
    level = below
  }
  return level
}

/** Whether a reader sees that nobody of the row is in any of these categories but one. */
const revealsCategory = (row: readonly Cell[]): boolean => {
  const open = row.filter(({ count, published }) => count > 0 || !published)
  return open.length === 1 && open.some(({ count }) => count > 0)
}

const remedyFor = (name: string, categories: number): string =>
  categories === 1
    ? `all the children of the table stand in one category of ${name}, which tells it of each of them: leave ${name} out`
    : `all the children of a row stand in one category of ${name}, which tells it of each of them: merge that row with another`

export const groupDisclosureGate = ({ dimensions, hierarchies, cells }: Rows): Effect.Effect<void, RuleViolation> => {
  for (const [at, { name, sensitive = true }] of dimensions.entries()) {
    const hierarchy = hierarchies[at]
    const level = new Set(hierarchy && sensitive ? firstSplit(hierarchy) : [])
    const inLevel = cells.filter(({ labels }) => level.has(labels[at] ?? total))
    const rows = Map.groupBy(inLevel, ({ labels }) => labels.toSpliced(at, 1).join("|"))
    for (const row of rows.values())
      if (revealsCategory(row))
        return Effect.fail(
          new RuleViolation({
            rule: "small-cells-suppressed",
            remedy: remedyFor(name, level.size),
          }),
        )
  }
  return Effect.void
}
