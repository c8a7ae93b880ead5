/** Streams every sealed response as it is at one moment, table by table, in the order of the keys. */
import { sql } from "kysely"
import type { Connection } from "../connect.ts"
import { dayTables, type Reading } from "./day-tables.ts"
import type { CollectionTables, ResponseTable } from "./schema.ts"

const pageSize = 500

async function* rowsOf(db: Reading, table: string): AsyncIterable<ResponseTable> {
  let after: Uint8Array = new Uint8Array()
  for (;;) {
    const { rows } = await sql<ResponseTable>`select key, day, form, encapsulated, nonce, ciphertext
      from ${sql.table(table)} where key > ${after} order by key limit ${pageSize}`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    after = last.key
  }
}

/** In one transaction: mixing moves rows from one table to another. */
export async function* responsesOf({ db, dialect }: Connection<CollectionTables>): AsyncIterable<ResponseTable> {
  const begun = db.startTransaction()
  const reading = await (dialect === "postgres" ? begun.setIsolationLevel("repeatable read") : begun).execute()
  try {
    for (const table of [...(await dayTables(reading, dialect)), "response"]) yield* rowsOf(reading, table)
  } finally {
    await reading.rollback().execute()
  }
}
