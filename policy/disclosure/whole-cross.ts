/** A table to release is a whole cross: each cell that its dimensions make stands in it once, and no other does. */
import { Effect } from "effect"
import { RuleViolation } from "../rule.ts"
import type { Cell, TableDimension } from "./table.ts"

/** The cells in the order in which they are read: the last dimension changes first. */
export const crossOf = (dimensions: readonly TableDimension[]): ReadonlyArray<readonly string[]> =>
  dimensions.reduce<ReadonlyArray<readonly string[]>>(
    (rows, { categories }) => rows.flatMap((row) => categories.map((category) => [...row, category])),
    [[]],
  )

interface Crossed {
  readonly dimensions: readonly TableDimension[]
  readonly cells: ReadonlyArray<Pick<Cell, "labels">>
}

const isWhole = ({ dimensions, cells }: Crossed): boolean => {
  const names = new Set(dimensions.map(({ name }) => name))
  const named = dimensions.length > 0 && names.size === dimensions.length && !names.has("") && !names.has("count")
  const held = new Set(cells.map(({ labels }) => JSON.stringify(labels)))
  const wanted = new Set(crossOf(dimensions).map((labels) => JSON.stringify(labels)))
  const once = dimensions.every(({ categories }) => new Set(categories).size === categories.length)
  return named && once && held.size === cells.length && wanted.size === held.size && wanted.isSubsetOf(held)
}

const violation = new RuleViolation({
  rule: "small-cells-suppressed",
  remedy:
    "name every dimension and its categories, and give each cell of their cross once: no audit reads what is not there",
})

/** Fails when a cell is missing, stands twice or is of no category that its dimension names. */
export const wholeCrossGate = (table: Crossed): Effect.Effect<void, RuleViolation> =>
  isWhole(table) ? Effect.void : Effect.fail(violation)
