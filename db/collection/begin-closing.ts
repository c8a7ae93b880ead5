/** The collection is marked as closing once and for good, and nothing that was on its way then slips in behind the mark. */
import { sql } from "kysely"
import type { CollectionState } from "../../policy/collection/collection-state.ts"
import type { Connection } from "../connect.ts"
import type { CollectionTables } from "./schema.ts"

export type Closing = Extract<CollectionState, { readonly state: "closing" }>

export const beginClosing = (
  { db, dialect }: Connection<CollectionTables>,
  { facts: { closingOn } }: Closing,
): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    // It waits for every insert that has begun and looked; SQLite has one writer at a time anyway.
    if (dialect === "postgres") await sql`lock table response in share row exclusive mode`.execute(transaction)
    await transaction
      .insertInto("closing")
      .values({ id: 1, since: closingOn })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute()
  })

export const isClosing = async ({ db }: Connection<CollectionTables>): Promise<boolean> =>
  (await db.selectFrom("closing").select("since").executeTakeFirst()) !== undefined
