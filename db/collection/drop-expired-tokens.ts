/** A token is forgotten when its day has passed, and its bytes leave the disk's files with it. */
import { sql } from "kysely"
import type { Connection } from "../connect.ts"
import type { CollectionTables } from "./schema.ts"

export const dropExpiredTokens = async (
  { db, dialect }: Connection<CollectionTables>,
  today: string,
): Promise<number> => {
  const { numDeletedRows } = await db.deleteFrom("token").where("expires_on", "<", today).executeTakeFirstOrThrow()
  if (dialect === "sqlite" && numDeletedRows > 0n) await sql`pragma wal_checkpoint(truncate)`.execute(db)
  return Number(numDeletedRows)
}
