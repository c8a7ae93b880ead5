/** Stores the window of a live collection, so that the database itself refuses a response of any other day. */
import type { Window } from "../../policy/window.ts"
import type { Connection } from "../connect.ts"
import type { CollectionTables } from "./schema.ts"

/** A later window, such as one that ends sooner, takes the place of the stored one. */
export const keepWindow = async ({ db }: Connection<CollectionTables>, { opens, closes }: Window): Promise<void> => {
  await db
    .insertInto("collection_window")
    .values({ id: 1, opens, closes })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ opens, closes }))
    .execute()
}
