/** Divides a day's table into shelves of about 500 rows each: the first half of a key is the number of its shelf. */
import { sql } from "kysely"
import { shuffle } from "../shuffle.ts"
import { type Dialect, dayTableOf, type Reading } from "./day-tables.ts"

export const rowsPerShelf = 500

const shelfLength = 8
const ends = (byte: number): Buffer => Buffer.alloc(shelfLength, byte)

export interface Shelves {
  /** The numbers of all shelves, as bytes. */
  readonly all: readonly Uint8Array[]
  /** Greater than every number in use. */
  readonly next: bigint
}

const firstKeys = {
  sqlite: (table: ReturnType<typeof sql.table>) => sql<{ shelf: Uint8Array }>`
    with recursive shelf(first) as (
      select (select key from ${table} order by key limit 1)
      union all
      select (select key from ${table} where key > cast(substr(shelf.first, 1, 8) || ${ends(0xff)} as blob)
        order by key limit 1) from shelf where first is not null)
    select substr(first, 1, 8) as shelf from shelf where first is not null`,
  postgres: (table: ReturnType<typeof sql.table>) => sql<{ shelf: Uint8Array }>`
    with recursive shelf(first) as (
      select (select key from ${table} order by key limit 1)
      union all
      select (select key from ${table} where key > substr(shelf.first, 1, 8) || ${ends(0xff)}
        order by key limit 1) from shelf where first is not null)
    select substr(first, 1, 8) as shelf from shelf where first is not null`,
}

/** Looks up one key for each shelf, and reads no row. */
export const shelvesOf = async (db: Reading, dialect: Dialect, day: string): Promise<Shelves> => {
  const { rows } = await firstKeys[dialect](sql.table(dayTableOf(day))).execute(db)
  const all = rows.map(({ shelf }) => shelf)
  const last = all.at(-1)
  return { all, next: last === undefined ? 0n : Buffer.from(last).readBigUInt64BE() + 1n }
}

export const someOf = ({ all }: Shelves, most: number): readonly Uint8Array[] =>
  most >= all.length ? all : shuffle(all).slice(0, most)

/** The first and the last key that a shelf can have. */
export const keysOf = (shelf: Uint8Array): readonly [Buffer, Buffer] => [
  Buffer.concat([shelf, ends(0)]),
  Buffer.concat([shelf, ends(0xff)]),
]

/** A new key: one of the next shelves at random, and a random place on it. */
export const newKey = (dialect: Dialect, next: bigint, rows: number) => {
  const shelves = Math.max(1, Math.round(rows / rowsPerShelf))
  return dialect === "sqlite"
    ? sql`cast(unhex(printf('%016x', ${Number(next)} + abs(random() % ${shelves}))) || randomblob(8) as blob)`
    : sql`int8send(${Number(next)}::bigint + (get_byte(chance, 0) * 256 + get_byte(chance, 1)) % ${shelves}::bigint)
        || substr(chance, 9, 8)`
}
