/** A table as rows of one cell each, under its dimensions' names, `count` and `percent`: what a spreadsheet and a CSV both hold. */
import type { Percentage } from "../../../policy/disclosure/percentage.ts"
import { labelCombinations } from "../../../policy/release/complete-table-gate.ts"
import type { Released } from "../../../policy/release/released.ts"
import type { Mark } from "./mark-link.ts"
import { type Count, countsOf, placeName } from "./shape.ts"
import { sharesOf } from "./shares.ts"

export const countColumn = "count"
export const percentColumn = "percent"

export interface Row {
  readonly labels: readonly string[]
  /** The count, and its percentage where the table has any. */
  readonly measures: readonly (Count | Percentage)[]
}

const measuresOf = (table: Released): readonly string[] =>
  sharesOf(table) ? [countColumn, percentColumn] : [countColumn]

export const headingsOf = (table: Released): readonly string[] => [
  ...table.dimensions.map(({ name }) => name),
  ...measuresOf(table),
]

export const rowsOf = (table: Released): readonly Row[] => {
  const [countOf, shareOf] = [countsOf(table), sharesOf(table)]
  return labelCombinations(table.dimensions).map((labels) => ({
    labels: labels.map(placeName),
    measures: shareOf ? [countOf(labels), shareOf(labels)] : [countOf(labels)],
  }))
}

/** Whether a mark occurs in the table. */
export const isMarked = (table: Released, mark: Mark): boolean =>
  rowsOf(table).some(({ measures }) => measures.includes(mark))
