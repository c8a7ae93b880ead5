/** The evidence store's migrations, named one by one and run in order, counted apart from those of any other store. */
import { type MigrationProvider, Migrator } from "kysely/migration"
import type { Connection } from "../../connect.ts"
import type { EvidenceTables } from "../schema.ts"
import { ledger } from "./001-ledger.ts"
import { extracts } from "./002-extracts.ts"
import { retention } from "./003-retention.ts"
import { responses } from "./004-responses.ts"
import { answerSets } from "./005-answer-sets.ts"
import { releases } from "./006-releases.ts"
import { widenings } from "./007-widenings.ts"

const migrations = (dialect: "sqlite" | "postgres"): MigrationProvider => ({
  getMigrations: async () => ({
    "001-ledger": ledger(dialect),
    "002-extracts": extracts(dialect),
    "003-retention": retention(dialect),
    "004-responses": responses(dialect),
    "005-answer-sets": answerSets(dialect),
    "006-releases": releases(dialect),
    "007-widenings": widenings(dialect),
  }),
})

const migratorOf = ({ db, dialect }: Connection<EvidenceTables>): Migrator =>
  new Migrator({
    db,
    provider: migrations(dialect),
    migrationTableName: "evidence_migration",
    migrationLockTableName: "evidence_migration_lock",
  })

export const migrate = async (connection: Connection<EvidenceTables>): Promise<void> => {
  const { error } = await migratorOf(connection).migrateToLatest()
  if (error !== undefined) throw error
}

/** Whether it lacks a migration that this code knows. */
export const isOlder = async (connection: Connection<EvidenceTables>): Promise<boolean> =>
  (await migratorOf(connection).getMigrations()).some(({ executedAt }) => executedAt === undefined)
