/** A day is shut once and for good, and nothing of it that was on its way then slips in behind. */
import { sql } from "kysely"
import type { Connection } from "../connect.ts"
import type { CollectionTables } from "./schema.ts"

export const shutDay = ({ db, dialect }: Connection<CollectionTables>, day: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    // It waits for every insert that has begun and looked; SQLite has one writer at a time anyway.
    if (dialect === "postgres") await sql`lock table response in share row exclusive mode`.execute(transaction)
    await transaction
      .insertInto("shut_day")
      .values({ day })
      .onConflict((conflict) => conflict.column("day").doNothing())
      .execute()
  })
