/** A released table as a workbook: the sheet Notes says what the sheet Table holds, and a withheld count is the text `[c]`. */
import writeExcelFile, { type Row as SheetRow } from "write-excel-file/node"
import type { Released } from "../../policy/stage.ts"
import { notesOf } from "./notes.ts"
import { headingsOf, rowsOf } from "./rows.ts"
import { withheld } from "./shape.ts"
import { timeless } from "./timeless.ts"

const bold = { fontWeight: "bold" } as const

const noteRows = (table: Released): SheetRow[] => [
  [{ value: table.title, ...bold, fontSize: 16 }],
  ...notesOf(table).map(
    ({ name, words }): SheetRow => [
      { value: name, ...bold, alignVertical: "top" },
      { value: words, wrap: true, alignVertical: "top" },
    ],
  ),
]

const tableRows = (table: Released): SheetRow[] => [
  headingsOf(table).map((value) => ({ value, ...bold })),
  ...rowsOf(table).map(
    ({ labels, count }): SheetRow => [
      ...labels.map((value) => ({ value, type: String })),
      count === withheld
        ? { value: count, type: String, align: "right" }
        : { value: count, type: Number, format: "#,##0" },
    ],
  ),
]

/** The same bytes for the same table. */
export const releasedXlsx = async (table: Released): Promise<Buffer> => {
  const written = await writeExcelFile([
    { sheet: "Notes", data: noteRows(table), columns: [{ width: 22 }, { width: 90 }] },
    {
      sheet: "Table",
      data: tableRows(table),
      columns: headingsOf(table).map(() => ({ width: 28 })),
      stickyRowsCount: 1,
    },
  ]).toBuffer()
  return timeless(written)
}
