/** Reads every cell of a PostgreSQL database through SQL, and says where its files are if this machine has them. */
import { accessSync, constants } from "node:fs"
import { join } from "node:path"
import { type Kysely, sql } from "kysely"
import { connect, type Source } from "../connect.ts"
import { isSealedColumn } from "./sealed-columns.ts"
import type { Cell } from "./sqlite-cells.ts"

type Database = Kysely<Record<string, never>>

/** Rows that are fetched at a time. */
const some = 2_000

interface ColumnRow {
  readonly schema: string
  readonly table: string
  readonly column: string
}

const columnsOf = async (db: Database): Promise<readonly ColumnRow[]> => {
  const { rows } = await sql<ColumnRow>`
    select c.table_schema as "schema", c.table_name as "table", c.column_name as "column"
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
        and c.data_type in ('text', 'character varying', 'character', 'bytea', 'json', 'jsonb', 'ARRAY', 'xml')
      order by 1, 2, 3`.execute(db)
  return rows
}

const bufferOf = (cell: unknown): Buffer => {
  if (Buffer.isBuffer(cell)) return cell
  return Buffer.from(typeof cell === "string" ? cell : JSON.stringify(cell))
}

export const eachPostgresCell = async (source: Source, visit: (cell: Cell) => void): Promise<void> => {
  const { db } = connect<Record<string, never>>(source)
  try {
    for (const { schema, table, column } of await columnsOf(db)) {
      const of = `${table}.${column}`
      if (isSealedColumn(table, column)) continue
      await db.transaction().execute(async (transaction) => {
        const name = sql.ref(column)
        const cells = sql`select ${name} as cell from ${sql.table(`${schema}.${table}`)} where ${name} is not null`
        await sql`declare cells no scroll cursor for ${cells}`.execute(transaction)
        for (;;) {
          const { rows } = await sql<{ readonly cell: unknown }>`FETCH ${sql.lit(some)} FROM cells`.execute(transaction)
          for (const { cell } of rows) visit({ of, bytes: bufferOf(cell) })
          if (rows.length < some) return
        }
      })
    }
  } finally {
    await db.destroy()
  }
}

/** Gives the files of emptied tables back to the disk, so that the rows in them are gone; without leave to do so nothing happens. */
const tidy = async (db: Database): Promise<void> => {
  for (const statement of ["vacuum response", "checkpoint"])
    await sql
      .raw(statement)
      .execute(db)
      .catch(() => undefined)
}

const isHere = (url: string): boolean => {
  const { hostname } = new URL(url)
  return ["", "localhost", "127.0.0.1", "[::1]"].includes(hostname)
}

/** The folder with the files of this database; `undefined` on another machine, or where this account may not read it. */
export const postgresFolder = async (source: Source): Promise<string | undefined> => {
  if (source.dialect !== "postgres" || !isHere(source.url)) return undefined
  const { db } = connect<Record<string, never>>(source)
  try {
    const { rows } = await sql<{ readonly folder: string; readonly database: string }>`
      select current_setting('data_directory', true) as folder, oid::text as database
        from pg_database where datname = current_database()`.execute(db)
    const [own] = rows
    if (!own?.folder) return undefined
    const folder = join(own.folder, "base", own.database)
    await tidy(db)
    accessSync(folder, constants.R_OK | constants.X_OK)
    return folder
  } catch {
    return undefined
  } finally {
    await db.destroy()
  }
}
