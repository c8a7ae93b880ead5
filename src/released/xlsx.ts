/** A released table as a workbook: the sheet Notes says what the sheet Table holds, and a withheld number is the text `[c]`. */
import writeExcelFile, { type Row as SheetRow } from "write-excel-file/node"
import type { Released } from "../../policy/stage.ts"
import { notesOf } from "./notes.ts"
import { headingsOf, rowsOf } from "./rows.ts"
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
    ({ labels, measures }): SheetRow => [
      ...labels.map((value) => ({ value, type: String })),
      ...measures.map((value) =>
        typeof value === "number"
          ? ({ value, type: Number, format: "#,##0" } as const)
          : ({ value, type: String, align: "right" } as const),
      ),
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
