/** A released table as CSV by RFC 4180: one row a cell, CRLF, `[c]` where a count is withheld. */
import type { Released } from "../../policy/stage.ts"
import { headingsOf, rowsOf } from "./rows.ts"

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const line = (fields: readonly string[]): string => `${fields.map(field).join(",")}\r\n`

export const releasedCsv = (table: Released): string =>
  [line(headingsOf(table)), ...rowsOf(table).map(({ labels, count }) => line([...labels, String(count)]))].join("")
