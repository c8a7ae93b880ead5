/** Names the evidence store's migrations one by one and runs them in order, recorded apart from any other store's. */
import type { Migrator } from "kysely/migration"
import type { Connection } from "../../connect.ts"
import { identityTable } from "../../identity.ts"
import { type Migrations, migrateStore, migratorOf } from "../../migration.ts"
import { ledger } from "./001-ledger.ts"
import { extracts } from "./002-extracts.ts"
import { retention } from "./003-retention.ts"
import { responses } from "./004-responses.ts"
import { answerSets } from "./005-answer-sets.ts"
import { releases } from "./006-releases.ts"
import { widenings } from "./007-widenings.ts"
import { counting } from "./009-counting.ts"
import { declarations } from "./010-declarations.ts"
import { countingPlaces } from "./011-counting-places.ts"
import { noStatistics } from "./012-no-statistics.ts"
import { moreDeclarations } from "./013-more-declarations.ts"
import { texts } from "./014-texts.ts"
import { reviews } from "./015-reviews.ts"
import { reviewOrder } from "./016-review-order.ts"
import { signIn } from "./017-sign-in.ts"

export const evidenceMigrations = (dialect: "sqlite" | "postgres"): Migrations => ({
  "001-ledger": ledger(dialect),
  "002-extracts": extracts(dialect),
  "003-retention": retention(dialect),
  "004-responses": responses(dialect),
  "005-answer-sets": answerSets(dialect),
  "006-releases": releases(dialect),
  "007-widenings": widenings(dialect),
  "008-identity": identityTable("evidence", dialect),
  "009-counting": counting(),
  "010-declarations": declarations(dialect),
  "011-counting-places": countingPlaces(),
  "012-no-statistics": noStatistics(dialect),
  "013-more-declarations": moreDeclarations(dialect),
  "014-texts": texts(dialect),
  "015-reviews": reviews(dialect),
  "016-review-order": reviewOrder(),
  "017-sign-in": signIn(dialect),
})

const migratorFor = <D>(connection: Connection<D>): Migrator =>
  migratorOf(connection, evidenceMigrations(connection.dialect), {
    migrationTableName: "evidence_migration",
    migrationLockTableName: "evidence_migration_lock",
  })

export const migrate = <D>(connection: Connection<D>): Promise<void> =>
  migrateStore("evidence", migratorFor(connection))

/** Whether the store lacks a migration that this version of the code has. */
export const isOlder = async <D>(connection: Connection<D>): Promise<boolean> =>
  (await migratorFor(connection).getMigrations()).some(({ executedAt }) => executedAt === undefined)
