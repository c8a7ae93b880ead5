/** All of a store at one moment, as lines: its tables, each of its rows, then what guards them; always the same for the same store. */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite"

export interface Schema {
  readonly tables: readonly { readonly name: string; readonly sql: string }[]
  /** Indexes and triggers, which are put back when the rows are there. */
  readonly guards: readonly string[]
}

export type Value = string | number | null | { readonly bytes: string }

export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`

const schemaOf = (database: DatabaseSync): Schema => {
  const rows = database.prepare("select type, name, sql from sqlite_schema where sql is not null order by rowid").all()
  const told = rows.map(({ type, name, sql }) => ({ type: String(type), name: String(name), sql: String(sql) }))
  return {
    tables: told.filter(({ type }) => type === "table").map(({ name, sql }) => ({ name, sql })),
    guards: told.filter(({ type }) => type !== "table").map(({ sql }) => sql),
  }
}

const written = (value: SQLOutputValue): Value => {
  if (value instanceof Uint8Array) return { bytes: value.toBase64() }
  if (typeof value === "bigint") throw new RangeError()
  return value
}

function* linesOf(database: DatabaseSync): Generator<string> {
  const schema = schemaOf(database)
  yield JSON.stringify(schema)
  for (const { name } of schema.tables) {
    yield JSON.stringify({ rowsOf: name })
    const rows = database.prepare(`select * from ${quotedName(name)}`)
    for (const row of rows.iterate()) yield JSON.stringify(Object.values(row).map(written))
  }
}

/** Many lines at a time, never all of them. */
export function* copyOf(database: DatabaseSync): Generator<Buffer> {
  let held: string[] = []
  let length = 0
  for (const line of linesOf(database)) {
    held.push(line, "\n")
    length += line.length
    if (length < 64 * 1024) continue
    yield Buffer.from(held.join(""))
    held = []
    length = 0
  }
  yield Buffer.from(held.join(""))
}
