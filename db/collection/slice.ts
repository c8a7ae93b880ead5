/** Cuts what waits for mixing into slices by its random keys, so that no transaction is long. */
import { sql } from "kysely"
import type { Reading } from "./day-tables.ts"

/** The key at which a slice of this size ends; `undefined` where it takes all that is left. */
export const endOf = async (
  db: Reading,
  table: "response" | "arrived_token",
  column: "key" | "hash",
  size: number,
): Promise<Uint8Array | undefined> => {
  const { rows } = await sql<{ at: Uint8Array }>`
    select ${sql.ref(column)} as at from ${sql.table(table)} order by ${sql.ref(column)} limit 1 offset ${size}`.execute(
    db,
  )
  return rows[0]?.at
}

export const before = (column: "key" | "hash", end: Uint8Array | undefined) =>
  end === undefined ? sql`` : sql`where ${sql.ref(column)} < ${end}`
