/** Names the collection's migrations one by one and runs them in order; nothing is picked up from a folder. */
import type { Connection } from "../../connect.ts"
import { identityTable } from "../../identity.ts"
import { type Migrations, migrateStore, migratorOf } from "../../migration.ts"
import { collection } from "./001-collection.ts"
import { closing } from "./002-closing.ts"
import { shutDays } from "./003-shut-days.ts"
import { mixing } from "./004-mixing.ts"
import { heartbeat } from "./006-heartbeat.ts"
import { complaints } from "./007-complaints.ts"
import { collectionWindow } from "./008-window.ts"

export const collectionMigrations = (dialect: "sqlite" | "postgres"): Migrations => ({
  "001-collection": collection(dialect),
  "002-closing": closing(dialect),
  "003-shut-days": shutDays(dialect),
  "004-mixing": mixing(dialect),
  "005-identity": identityTable("collection", dialect),
  "006-heartbeat": heartbeat(dialect),
  "007-complaints": complaints(dialect),
  "008-window": collectionWindow(dialect),
})

export const migrate = <D>(connection: Connection<D>): Promise<void> =>
  migrateStore("collection", migratorOf(connection, collectionMigrations(connection.dialect)))
