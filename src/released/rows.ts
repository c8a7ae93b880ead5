/** A table as rows of one cell each, under its dimensions' names and `count`: what a spreadsheet and a CSV both hold. */
import { crossOf } from "../../policy/disclosure/whole-cross.ts"
import type { Released } from "../../policy/stage.ts"
import { type Count, countsOf, placeName } from "./shape.ts"

export const countColumn = "count"

export interface Row {
  readonly labels: readonly string[]
  readonly count: Count
}

export const headingsOf = ({ dimensions }: Released): readonly string[] => [
  ...dimensions.map(({ name }) => name),
  countColumn,
]

export const rowsOf = (table: Released): readonly Row[] => {
  const countOf = countsOf(table)
  return crossOf(table.dimensions).map((labels) => ({ labels: labels.map(placeName), count: countOf(labels) }))
}
