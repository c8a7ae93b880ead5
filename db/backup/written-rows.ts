/** Lines become a store again under its own checks, and what the new store would copy is what the lines were. */
import { createHash } from "node:crypto"
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite"
import { openSqlite } from "../connect.ts"
import { copyOf, quotedName, type Schema, type Value } from "./copied-rows.ts"

/** Rows that are committed together. */
const atATime = 20_000

export function* linesIn(parts: Iterable<Uint8Array>): Generator<string> {
  let rest: Buffer = Buffer.alloc(0)
  for (const part of parts) {
    const held = Buffer.concat([rest, part])
    let from = 0
    for (let end = held.indexOf(10); end >= 0; end = held.indexOf(10, from)) {
      yield held.toString("utf8", from, end)
      from = end + 1
    }
    rest = held.subarray(from)
  }
  if (rest.length > 0) throw new RangeError()
}

const given = (value: Value): SQLInputValue =>
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
    const said: Schema | { readonly rowsOf: string } | readonly Value[] = JSON.parse(line)
    if ("tables" in said) {
      schema = said
      for (const { sql } of said.tables) database.exec(sql)
    } else if ("rowsOf" in said) insert = insertInto(database, said.rowsOf)
    else {
      insert?.run(...said.map(given))
      if (++inserted % atATime === 0) database.exec("commit; begin")
    }
  }
  for (const sql of schema?.guards ?? []) database.exec(sql)
  database.exec("commit")
}

/** The digest of the copy that the new store would make. */
export const writeRows = (file: string, parts: Iterable<Uint8Array>): string => {
  const database = openSqlite(file, false)
  try {
    database.exec("pragma foreign_keys = off")
    fill(database, linesIn(parts))
    if (database.prepare("pragma foreign_key_check").all().length > 0) throw new RangeError()
    database.exec("pragma wal_checkpoint(truncate)")
    const digest = createHash("sha256")
    for (const part of copyOf(database)) digest.update(part)
    return digest.digest("hex")
  } finally {
    database.close()
  }
}
