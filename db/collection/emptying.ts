/** What has arrived elsewhere is taken out of the collection, and nothing of it stays behind in the write-ahead log. */
import { sql } from "kysely"
import type { Connection } from "../connect.ts"
import type { CollectionTables, ResponseTable } from "./schema.ts"

/** Of one day, in the order of their random keys. */
export const sealedOf = (
  { db }: Connection<CollectionTables>,
  day: string,
  after: Uint8Array,
  most: number,
): Promise<readonly ResponseTable[]> =>
  db
    .selectFrom("response")
    .selectAll()
    .where("key", ">", after)
    .where("day", "=", day)
    .orderBy("key")
    .limit(most)
    .execute()

export const removeResponses = async (
  { db }: Connection<CollectionTables>,
  keys: readonly Uint8Array[],
): Promise<void> => {
  if (keys.length > 0) await db.deleteFrom("response").where("key", "in", keys).execute()
}

/**
 * False while another connection still reads what has been removed, even after the time that a statement waits:
 * nothing was truncated then.
 */
export const truncateLog = async ({ db, dialect }: Connection<CollectionTables>): Promise<boolean> => {
  if (dialect === "postgres") return true
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
  return rows[0]?.busy === 0
}
