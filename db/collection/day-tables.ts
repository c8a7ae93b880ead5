/** Keeps each day's mixed responses in a table of their own: dropped whole, it leaves no copy of a row behind. */
import { type Kysely, sql, type Transaction } from "kysely"
import { dayCheck } from "../day-check.ts"
import type { CollectionTables } from "./schema.ts"

export type Reading = Kysely<CollectionTables> | Transaction<CollectionTables>

export type Dialect = "sqlite" | "postgres"

/** The first mixing of a day makes it. */
export const dayTableOf = (day: string): string => `response_${day.replaceAll("-", "")}`

/** Recognises the table of any day, so that audits see its columns as those of `response`. */
export const isDayTable = (table: string): boolean => /^response_20\d{6}$/.test(table)

/** The day of a day table. */
export const dayOfTable = (table: string): string => table.slice(-8).replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3")

const catalogues = {
  sqlite: sql<{ name: string }>`select name from sqlite_schema where type = 'table'`,
  postgres: sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`,
}

/** The day tables that exist, in order. */
export const dayTables = async (db: Reading, dialect: Dialect): Promise<readonly string[]> => {
  const { rows } = await catalogues[dialect].execute(db)
  return rows
    .map(({ name }) => name)
    .filter(isDayTable)
    .sort()
}

const columns = (dialect: Dialect, day: string): string => {
  const bytes = dialect === "sqlite" ? "blob" : "bytea"
  return `key ${bytes} not null primary key check (length(key) = 16),
    day text not null check (day = '${day}' and ${dayCheck[dialect]("day")}),
    form text not null,
    encapsulated ${bytes} not null check (length(encapsulated) = 32),
    nonce ${bytes} not null check (length(nonce) = 12),
    ciphertext ${bytes} not null check (length(ciphertext) > 16 and length(ciphertext) % 512 = 16)`
}

export const makeDayTable = async <D>(db: Kysely<D>, dialect: Dialect, day: string): Promise<void> => {
  const table = dayTableOf(day)
  if (!isDayTable(table)) throw new RangeError("not a day")
  const ending = dialect === "sqlite" ? " strict, without rowid" : ""
  await sql.raw(`create table ${table} (${columns(dialect, day)})${ending}`).execute(db)
  const trigger =
    dialect === "sqlite"
      ? `create trigger ${table}_is_final before update on ${table} begin select raise(abort, 'a response is final'); end`
      : `create trigger response_is_final before update on ${table} for each statement execute function is_final()`
  await sql.raw(trigger).execute(db)
}

/** SQLite overwrites every page of a dropped table with zeros (`secure_delete`). */
export const dropDayTable = async (db: Reading, day: string): Promise<void> => {
  await sql`drop table if exists ${sql.table(dayTableOf(day))}`.execute(db)
}
