/** A released table as a workbook: the sheet Notes says what the sheet Table holds, and a withheld number is the text `[c]`. */
import writeExcelFile, { type Row as SheetRow } from "write-excel-file/node"
import type { Released } from "../../../policy/release/released.ts"
import { notesOf } from "./notes.ts"
import { headingsOf, rowsOf } from "./rows.ts"

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

const [directoryMark, endLength] = [0x02014b50, 22]

/** 1 January 1980, the first day that a zip can tell. */
const firstDay = 0x00210000

/** `zip` has no comment after its end, as the library writes it. */
export const timeless = (zip: Buffer): Buffer => {
  const still = Buffer.from(zip)
  const end = still.length - endLength
  let at = still.readUInt32LE(end + 16)
  while (at < end && still.readUInt32LE(at) === directoryMark) {
    still.writeUInt32LE(firstDay, at + 12)
    still.writeUInt32LE(firstDay, still.readUInt32LE(at + 42) + 10)
    at += 46 + still.readUInt16LE(at + 28) + still.readUInt16LE(at + 30) + still.readUInt16LE(at + 32)
  }
  return still
}
