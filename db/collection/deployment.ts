/** A store serves one mode for good: it is written into the store, and the other mode does not open it. */
import { Schema } from "effect"
import type { Mode } from "../../policy/data/mode.ts"
import type { Connection } from "../connect.ts"
import type { CollectionTables } from "./schema.ts"

export class WrongMode extends Schema.TaggedError<WrongMode>()("WrongMode", {
  stored: Schema.String,
  wanted: Schema.String,
}) {
  override get message() {
    return `This store belongs to ${this.stored} and does not open for ${this.wanted}: give ${this.wanted} its own DATA_DIR or DATABASE_URL, or start in ${this.stored}.`
  }
}

/** The mode is claimed by the first to open the store, and confirmed by everyone after. */
export const claimMode = async (connection: Connection<CollectionTables>, mode: Mode): Promise<void> => {
  await connection.db
    .insertInto("deployment")
    .values({ id: 1, mode })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute()
  await confirmMode(connection, mode)
}

/** Whether the store says that it serves this mode; one that is still empty says nothing. */
export const confirmMode = async ({ db }: Connection<CollectionTables>, mode: Mode): Promise<boolean> => {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === "deployment")) return false
  const stored = await db.selectFrom("deployment").select("mode").executeTakeFirst()
  if (stored !== undefined && stored.mode !== mode) throw new WrongMode({ stored: stored.mode, wanted: mode })
  return stored !== undefined
}
