/** Reads the cells of a SQLite database that its bytes alone do not show as text: the short ones, and those in several pages. */
import { existsSync, statSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { pathToFileURL } from "node:url"
import { readPragma } from "../connect.ts"
import { freeTextColumns, isSealedColumn } from "./sealed-columns.ts"

export interface Cell {
  /** `table.column` */
  readonly of: string
  readonly bytes: Buffer
}

/** Longer text has enough text around a postcode to be found in the bytes of the page. */
const shortest = 40
/** A cell longer than this part of a page may go over several pages. */
const pagePart = 8

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Opening for reading leaves a log behind, unless there is one or the file is declared not to change. */
const openSqlite = (file: string): DatabaseSync => {
  const log = `${file}-wal`
  const isLogged = existsSync(log) && statSync(log).size > 0
  const url = pathToFileURL(file)
  if (!isLogged) url.searchParams.set("immutable", "1")
  return new DatabaseSync(url, { readOnly: true })
}

interface ColumnName {
  readonly of: string
  readonly isSealed: boolean
  /** Quoted. */
  readonly table: string
  readonly column: string
}

const columnsOf = (database: DatabaseSync): readonly ColumnName[] =>
  database
    .prepare(
      `select t.name as "table", c.name as "column" from sqlite_master t, pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'`,
    )
    .all()
    .map(({ table, column }) => ({
      of: `${table}.${column}`,
      isSealed: isSealedColumn(String(table), String(column)),
      table: quoted(String(table)),
      column: quoted(String(column)),
    }))

const bufferOf = (value: unknown): Buffer =>
  value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value))

/** Whether the database has a column for a child's own words. */
export const holdsFreeText = (file: string): boolean => {
  const database = openSqlite(file)
  try {
    return columnsOf(database).some(({ of }) => freeTextColumns.has(of))
  } finally {
    database.close()
  }
}

/** `every` reads the other cells too; those of free text are always read. */
export function* cellsOf(file: string, every: boolean): Generator<Cell> {
  const database = openSqlite(file)
  try {
    const long = Number(readPragma(database, "page_size")) / pagePart
    for (const { of, table, column, isSealed } of columnsOf(database)) {
      if (isSealed) continue
      const cells = `select ${column} as cell from ${table} where typeof(${column}) in ('text', 'blob')`
      const length = `octet_length(${column})`
      const statements =
        every || freeTextColumns.has(of)
          ? [cells]
          : [
              `${cells.replace("select", "select distinct")} and ${length} < ${shortest}`,
              `${cells} and ${length} > ${long}`,
            ]
      for (const statement of statements)
        for (const { cell } of database.prepare(statement).iterate()) yield { of, bytes: bufferOf(cell) }
    }
  } finally {
    database.close()
  }
}
