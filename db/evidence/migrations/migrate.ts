/** The evidence store's migrations, named one by one and run in order, counted apart from those of any other store. */
import { type MigrationProvider, Migrator } from "kysely/migration"
import type { Connection } from "../../connect.ts"
import type { EvidenceTables } from "../schema.ts"
import { ledger } from "./001-ledger.ts"
import { extracts } from "./002-extracts.ts"
import { retention } from "./003-retention.ts"

const migrations = (dialect: "sqlite" | "postgres"): MigrationProvider => ({
  getMigrations: async () => ({
    "001-ledger": ledger(dialect),
    "002-extracts": extracts(dialect),
    "003-retention": retention(dialect),
  }),
})

export const migrate = async ({ db, dialect }: Connection<EvidenceTables>): Promise<void> => {
  const { error } = await new Migrator({
    db,
    provider: migrations(dialect),
    migrationTableName: "evidence_migration",
    migrationLockTableName: "evidence_migration_lock",
  }).migrateToLatest()
  if (error !== undefined) throw error
}
