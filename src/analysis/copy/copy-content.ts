/** Turns columns as they were read into the codes of the codebook, for the rows of the chosen forms. */
import type { VariableColumn } from "../../../db/evidence/columns/column-writer.ts"
import type { Columns } from "../../../db/evidence/columns/read-columns.ts"
import type { FormId } from "../../../policy/data/form-id.ts"
import type { Chosen } from "./choose-variables.ts"
import type { CodedColumn } from "./copy-column.ts"

/** The responses of some forms; `undefined` for all of them. */
export const rowsOfForms = (columns: Columns, forms: readonly FormId[]): Int32Array | undefined => {
  const form = columns.columns.get("form")
  if (form === undefined) return undefined
  const isChosen = form.categories.map(({ key }) => forms.some((each) => each === key))
  if (isChosen.every(Boolean)) return undefined
  const rows = new Int32Array(columns.responses)
  let count = 0
  form.codes.forEach((code, row) => {
    if (isChosen[code]) rows[count++] = row
  })
  return rows.subarray(0, count)
}

export const codedColumn = (
  { entry }: Chosen,
  { categories, codes }: VariableColumn,
  rows: Int32Array | undefined,
): CodedColumn => {
  const known = new Map(entry.values.map(({ key, code }) => [key, code]))
  const codeOf = Uint8Array.from(categories, ({ key }) => known.get(key) ?? 0)
  if (rows === undefined) return { entry, codes: new Uint8Array(codes).map((code) => codeOf[code] ?? 0) }
  const chosen = new Uint8Array(rows.length)
  rows.forEach((row, at) => {
    chosen[at] = codeOf[codes[row] ?? 0] ?? 0
  })
  return { entry, codes: chosen }
}
