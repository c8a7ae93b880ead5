/** Stores which mode the collection serves, once and for good. */
import type { Mode } from "../../policy/data/mode.ts"
import type { Connection } from "../connect.ts"
import type { CollectionTables } from "./schema.ts"

/** The first to open the store claims it; a later claim changes nothing. */
export const claimMode = async ({ db }: Connection<CollectionTables>, mode: Mode): Promise<void> => {
  await db
    .insertInto("deployment")
    .values({ id: 1, mode })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute()
}

/** `undefined` in a store without tables or without a claim. */
export const modeOf = async ({ db }: Connection<CollectionTables>): Promise<Mode | undefined> => {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === "deployment")) return undefined
  return (await db.selectFrom("deployment").select("mode").executeTakeFirst())?.mode
}
