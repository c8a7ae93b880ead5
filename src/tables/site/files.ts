/** All that a reader can get of the released tables: the list, and of each table its page, CSV, CSVW metadata and workbook. */
import { Effect, Schema } from "effect"
import { csvRow } from "../../../policy/disclosure/tables/csv.ts"
import type { Released } from "../../../policy/release/released.ts"
import { addressesOf, listFile } from "./address.ts"
import { releasedCsvw } from "./csvw.ts"
import { listPage } from "./list-page.ts"
import { headingsOf, rowsOf } from "./rows.ts"
import { releasedPage } from "./table-page.ts"
import { type Withdrawn, withdrawnPage } from "./withdrawn-page.ts"
import { releasedXlsx } from "./xlsx.ts"

/** One of them would stand in the other's place. */
export class AddressShared extends Schema.TaggedError<AddressShared>()("AddressShared", { file: Schema.String }) {
  override get message() {
    return `Two tables would both lie at ${this.file}: give one of them a title of its own.`
  }
}

const encoder = new TextEncoder()

const filesOfOne = Effect.fnUntraced(function* (table: Released, withdrawnOn: string | undefined) {
  const { page, csv, metadata, xlsx } = addressesOf(table)
  if (withdrawnOn !== undefined) return [[page, encoder.encode(withdrawnPage(table, withdrawnOn))]] as const
  const workbook = yield* Effect.promise(() => releasedXlsx(table))
  return [
    [page, encoder.encode(releasedPage(table))],
    [csv, encoder.encode(releasedCsv(table))],
    [metadata, encoder.encode(releasedCsvw(table))],
    [xlsx, new Uint8Array(workbook)],
  ] as const
})

/** By the name of each file in one folder; the same bytes for the same tables. */
export const filesOf = Effect.fnUntraced(function* (
  tables: readonly Released[],
  withdrawn: Withdrawn = new Map(),
): Effect.fn.Return<ReadonlyMap<string, Uint8Array>, AddressShared> {
  const files = new Map<string, Uint8Array>([[listFile, encoder.encode(listPage(tables, withdrawn))]])
  for (const table of tables)
    for (const [file, bytes] of yield* filesOfOne(table, withdrawn.get(table.audit))) {
      if (files.has(file)) return yield* new AddressShared({ file })
      files.set(file, bytes)
    }
  return files
})

const line = (fields: readonly string[]): string => `${csvRow(fields)}\r\n`

export const releasedCsv = (table: Released): string =>
  [
    line(headingsOf(table)),
    ...rowsOf(table).map(({ labels, measures }) => line([...labels, ...measures.map(String)])),
  ].join("")
