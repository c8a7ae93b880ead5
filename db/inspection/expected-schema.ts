/** Makes the schema that the migrations of this version give a store: in memory for SQLite, in a schema that is rolled back for PostgreSQL. */
import { randomBytes } from "node:crypto"
import { type Kysely, sql } from "kysely"
import type { Store } from "../../policy/data/asset.ts"
import { dayOfTable, makeDayTable } from "../collection/day-tables.ts"
import { collectionMigrations } from "../collection/migrations/migrate.ts"
import { inMemory } from "../connect.ts"
import { evidenceMigrations } from "../evidence/migrations/migrate.ts"
import type { Migrations } from "../migration.ts"
import { type SchemaObject, schemaObjectsIn } from "./schema-object.ts"

type Dialect = "sqlite" | "postgres"

const migrationsOf: Readonly<Record<Store, (dialect: Dialect) => Migrations>> = {
  collection: collectionMigrations,
  evidence: evidenceMigrations,
}

/** The names of a store's migrations, in order. */
export const migrationNames = (store: Store): readonly string[] => Object.keys(migrationsOf[store]("sqlite"))

const make = async <D>(db: Kysely<D>, dialect: Dialect, store: Store, dayTables: readonly string[]): Promise<void> => {
  for (const migration of Object.values(migrationsOf[store](dialect))) await migration.up(db)
  for (const table of dayTables) await makeDayTable(db, dialect, dayOfTable(table))
}

const migrated = async (store: Store, dayTables: readonly string[]): Promise<readonly SchemaObject[]> => {
  const db = inMemory<never>()
  try {
    await make(db, "sqlite", store, dayTables)
    return await schemaObjectsIn(db, "sqlite")
  } finally {
    await db.destroy()
  }
}

/** Both stores may share one database: the objects of the other are no surprise there. */
const rolledBack = async <D>(db: Kysely<D>, store: Store, dayTables: readonly string[]): Promise<Expected> => {
  const other = store === "collection" ? "evidence" : "collection"
  const trial = await db.startTransaction().execute()
  try {
    const name = `inspection_${randomBytes(8).toHex()}`
    await sql`create schema ${sql.id(name)}`.execute(trial)
    await sql`set local search_path to ${sql.id(name)}`.execute(trial)
    await make(trial, "postgres", store, dayTables)
    const own = await schemaObjectsIn(trial, "postgres")
    await make(trial, "postgres", other, [])
    return { own, known: await schemaObjectsIn(trial, "postgres") }
  } finally {
    await trial.rollback().execute()
  }
}

export interface Expected {
  readonly own: readonly SchemaObject[]
  /** Objects that may be there too. */
  readonly known: readonly SchemaObject[]
}

export const expectedSchema = async <D>(
  db: Kysely<D>,
  dialect: Dialect,
  store: Store,
  dayTables: readonly string[],
): Promise<Expected> => {
  if (dialect === "postgres") return rolledBack(db, store, dayTables)
  const own = await migrated(store, dayTables)
  return { own, known: own }
}
