/** A released table as CSV by RFC 4180: one row a cell, CRLF, `[c]` where a number is withheld. */
import { csvField } from "../../policy/disclosure/tables/csv-field.ts"
import type { Released } from "../../policy/stage.ts"
import { headingsOf, rowsOf } from "./rows.ts"

const line = (fields: readonly string[]): string => `${fields.map(csvField).join(",")}\r\n`

export const releasedCsv = (table: Released): string =>
  [
    line(headingsOf(table)),
    ...rowsOf(table).map(({ labels, measures }) => line([...labels, ...measures.map(String)])),
  ].join("")
