/** Reads which categories belong to which from hierarchies.csv: each category has one parent, and there is no loop. */
import { Effect } from "effect"
import { type AuditRefused, refuseAudit } from "./refused.ts"

export const total = "Total"

/** Maps a category to its parent, if that is not `Total`. */
export type Parents = ReadonlyMap<string, string>

/** Rows of dimension, child and parent, after a heading. */
export const readHierarchies = (
  rows: readonly (readonly string[])[],
): Effect.Effect<ReadonlyMap<string, Parents>, AuditRefused> => {
  const dimensions = new Map<string, Map<string, string>>()
  for (const [dimension = "", child = "", parent = ""] of rows.slice(1)) {
    const parents = dimensions.get(dimension) ?? new Map<string, string>()
    dimensions.set(dimension, parents)
    if (parents.has(child))
      return Effect.fail(
        refuseAudit("duplicate-cell", `${child} of ${dimension} has two parents`, "Give each category one"),
      )
    parents.set(child, parent)
  }
  for (const [dimension, parents] of dimensions)
    for (const start of parents.keys()) {
      const passed = new Set<string>()
      for (let at: string | undefined = start; at !== undefined; at = parents.get(at)) {
        if (passed.has(at))
          return Effect.fail(refuseAudit("hierarchy-loop", `${at} of ${dimension} is part of itself`, "Break the loop"))
        passed.add(at)
      }
    }
  return Effect.succeed(dimensions)
}

/** Groups the categories of a column by their nearest ancestor in the same column. */
export const childrenIn = (
  categories: ReadonlySet<string>,
  parents: Parents,
): ReadonlyMap<string, readonly string[]> => {
  const children = new Map<string, string[]>()
  for (const category of categories) {
    if (category === total) continue
    let above = parents.get(category) ?? total
    while (above !== total && !categories.has(above)) above = parents.get(above) ?? total
    if (!categories.has(above)) continue
    const siblings = children.get(above)
    if (siblings) siblings.push(category)
    else children.set(above, [category])
  }
  return children
}
