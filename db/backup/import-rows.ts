/** Makes a store again from its lines, under its own checks, and digests the copy that the new store would make. */
import { createHash } from "node:crypto"
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite"
import { openSqlite } from "../connect.ts"
import { copyOf, type Part, quotedName, type Schema, type Value } from "./export-rows.ts"

/** Rows of one transaction. */
const rowsPerCommit = 20_000

export function* linesIn(parts: Iterable<Uint8Array>): Generator<string> {
  let rest: Buffer = Buffer.alloc(0)
  for (const part of parts) {
    const bytes = Buffer.concat([rest, part])
    let from = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield bytes.toString("utf8", from, end)
      from = end + 1
    }
    rest = bytes.subarray(from)
  }
  if (rest.length > 0) throw new RangeError("the last line of a backup has no end")
}

const sqliteValue = (value: Value): SQLInputValue =>
  typeof value === "object" && value !== null ? Uint8Array.fromBase64(value.bytes) : value

const insertInto = (database: DatabaseSync, table: string): StatementSync => {
  const columns = database.prepare(`select * from ${quotedName(table)}`).columns().length
  return database.prepare(`insert into ${quotedName(table)} values (${Array(columns).fill("?").join(", ")})`)
}

const fill = (database: DatabaseSync, lines: Iterable<string>): void => {
  let schema: Schema | undefined
  let insert: StatementSync | undefined
  let inserted = 0
  database.exec("begin")
  for (const line of lines) {
    const content: Schema | { readonly rowsOf: string } | readonly Value[] = JSON.parse(line)
    if ("tables" in content) {
      schema = content
      for (const { sql } of content.tables) database.exec(sql)
    } else if ("rowsOf" in content) insert = insertInto(database, content.rowsOf)
    else {
      insert?.run(...content.map(sqliteValue))
      if (++inserted % rowsPerCommit === 0) database.exec("commit; begin")
    }
  }
  for (const sql of schema?.guards ?? []) database.exec(sql)
  database.exec("commit")
}

function* allLines(contents: readonly Content[]): Generator<string> {
  for (const { bytes } of contents) yield* linesIn(bytes())
}

export interface Content {
  readonly part: Part
  readonly bytes: () => Iterable<Uint8Array>
}

/** Returns the digest of each part as the new store holds it; `undefined` where a row refers to one that is missing. */
export const writeRows = (file: string, contents: readonly Content[]): readonly string[] | undefined => {
  const database = openSqlite(file, false)
  try {
    database.exec("pragma foreign_keys = off")
    fill(database, allLines(contents))
    if (database.prepare("pragma foreign_key_check").all().length > 0) return undefined
    database.exec("pragma wal_checkpoint(truncate)")
    return contents.map(({ part }) => {
      const digest = createHash("sha256")
      for (const bytes of copyOf(database, part)) digest.update(bytes)
      return digest.digest("hex")
    })
  } finally {
    database.close()
  }
}
