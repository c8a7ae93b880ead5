/** The collection's migrations, named one by one and run in order; nothing is picked up from a folder. */
import { type MigrationProvider, Migrator } from "kysely/migration"
import type { Connection } from "../../connect.ts"
import type { CollectionTables } from "../schema.ts"
import { collection } from "./001-collection.ts"
import { closing } from "./002-closing.ts"
import { shutDays } from "./003-shut-days.ts"

export const migrations = (dialect: "sqlite" | "postgres"): MigrationProvider => ({
  getMigrations: async () => ({
    "001-collection": collection(dialect),
    "002-closing": closing(dialect),
    "003-shut-days": shutDays(dialect),
  }),
})

export const migrate = async ({ db, dialect }: Connection<CollectionTables>): Promise<void> => {
  const { error } = await new Migrator({ db, provider: migrations(dialect) }).migrateToLatest()
  if (error !== undefined) throw error
}
