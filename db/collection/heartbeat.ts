/** Commits a tiny change, which shows that the store can commit now. It holds no time and no count. */
import type { Connection } from "../connect.ts"
import type { CollectionTables } from "./schema.ts"

export const beat = async ({ db }: Connection<CollectionTables>): Promise<void> => {
  await db
    .updateTable("heartbeat")
    .set(({ eb, ref }) => ({ beat: eb(eb.val(1), "-", ref("beat")) }))
    .execute()
}
