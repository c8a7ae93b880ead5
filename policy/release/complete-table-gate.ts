/** Gate: refuses a table that is not the complete cross of its dimensions, with each cell once. */
import { Effect } from "effect"
import { RuleViolation } from "../rule-violation.ts"
import type { Cell, TableDimension } from "./table.ts"

/** The cells in the order in which they are read: the last dimension changes first. */
export const labelCombinations = (dimensions: readonly TableDimension[]): ReadonlyArray<readonly string[]> =>
  dimensions.reduce<ReadonlyArray<readonly string[]>>(
    (rows, { categories }) => rows.flatMap((row) => categories.map((category) => [...row, category])),
    [[]],
  )

interface LabelledTable {
  readonly dimensions: readonly TableDimension[]
  readonly cells: ReadonlyArray<Pick<Cell, "labels">>
}

const isComplete = ({ dimensions, cells }: LabelledTable): boolean => {
  const names = new Set(dimensions.map(({ name }) => name))
  const named = dimensions.length > 0 && names.size === dimensions.length && !names.has("") && !names.has("count")
  const held = new Set(cells.map(({ labels }) => JSON.stringify(labels)))
  const wanted = new Set(labelCombinations(dimensions).map((labels) => JSON.stringify(labels)))
  const once = dimensions.every(({ categories }) => new Set(categories).size === categories.length)
  return named && once && held.size === cells.length && wanted.size === held.size && wanted.isSubsetOf(held)
}

const violation = new RuleViolation({
  rule: "small-cells-suppressed",
  remedy:
    "name every dimension and its categories, and give each cell of their cross once: no audit reads a missing cell",
})

/** Fails when a cell is missing, appears twice or has a category that its dimension does not name. */
export const completeTableGate = (table: LabelledTable): Effect.Effect<void, RuleViolation> =>
  isComplete(table) ? Effect.void : Effect.fail(violation)
