/** Copies a part of a store as lines: tables, rows, indexes and triggers, or one day's rows; the same for the same store. */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite"

export interface Schema {
  readonly tables: readonly { readonly name: string; readonly sql: string }[]
  /** Indexes and triggers, which a restore makes after the rows. */
  readonly guards: readonly string[]
}

export type Value = string | number | null | { readonly bytes: string }

export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`

const schemaOf = (database: DatabaseSync): Schema => {
  const rows = database.prepare("select type, name, sql from sqlite_schema where sql is not null order by rowid").all()
  const objects = rows.map(({ type, name, sql }) => ({ type: String(type), name: String(name), sql: String(sql) }))
  return {
    tables: objects.filter(({ type }) => type === "table").map(({ name, sql }) => ({ name, sql })),
    guards: objects.filter(({ type }) => type !== "table").map(({ sql }) => sql),
  }
}

const jsonValue = (value: SQLOutputValue): Value => {
  if (value instanceof Uint8Array) return { bytes: value.toBase64() }
  if (typeof value === "bigint") throw new RangeError("a stored integer is too large for JSON")
  return value
}

const ofResponse = "response in (select id from kept_response where day = ?)"

/** The rows of the evidence store that end with the retention of their day, each table with the condition that finds them. */
const ofDay: Readonly<Record<string, string>> = {
  kept_response: "day = ?",
  quarantine: ofResponse,
  scanned_text: ofResponse,
  cleaned_text: ofResponse,
  text_lease: ofResponse,
  text_review: ofResponse,
  text_escalation: ofResponse,
  text_audit: ofResponse,
  transferred: "day = ?",
  answer_set: "day = ?",
}

/**
 * Marks the tokens that came since the last mixing, which `token` holds as well. A backup without its rows does not show
 * which token came with the newest response, and a store that is restored needs none of them.
 */
const recent = "arrived_token"

/** What lets somebody in now: a store that is restored has nobody signed in, and no link of before opens anything. */
const ofTheMoment = ["staff_session", "enrolment", "command_request"]

/** A part of a store: the answers of one day, or all that is not bound to a day. A collection has the second part alone. */
export type Part = "records" | { readonly day: string }

function* rowsOf(database: DatabaseSync, table: string, part: Part): Generator<string> {
  yield JSON.stringify({ rowsOf: table })
  if (table === recent || ofTheMoment.includes(table)) return
  const where = part === "records" ? "" : ` where ${ofDay[table]}`
  const rows = database.prepare(`select * from ${quotedName(table)}${where}`)
  const values = part === "records" ? [] : [part.day]
  for (const row of rows.iterate(...values)) yield JSON.stringify(Object.values(row).map(jsonValue))
}

function* linesOf(database: DatabaseSync, part: Part): Generator<string> {
  const schema = schemaOf(database)
  if (part === "records") yield JSON.stringify(schema)
  for (const { name } of schema.tables)
    if ((part === "records") !== Object.hasOwn(ofDay, name)) yield* rowsOf(database, name, part)
}

/** The days with rows that are bound to them, in order. */
export const daysOf = (database: DatabaseSync): readonly string[] => {
  const tables = schemaOf(database).tables.filter(({ name }) => ofDay[name] === "day = ?")
  const days = tables.flatMap(({ name }) =>
    database
      .prepare(`select distinct day from ${quotedName(name)}`)
      .all()
      .map(({ day }) => String(day)),
  )
  return [...new Set(days)].sort()
}

const bufferSize = 64 * 1024

/** Yields many lines at a time, so that memory never holds the whole store. */
export function* copyOf(database: DatabaseSync, part: Part): Generator<Buffer> {
  let lines: string[] = []
  let length = 0
  for (const line of linesOf(database, part)) {
    lines.push(line, "\n")
    length += line.length
    if (length < bufferSize) continue
    yield Buffer.from(lines.join(""))
    lines = []
    length = 0
  }
  yield Buffer.from(lines.join(""))
}
