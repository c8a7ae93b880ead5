/** Runs a store's migrations: named one by one, in order, each a list of statements for its database. */
import { type Kysely, sql } from "kysely"
import { type Migration, Migrator } from "kysely/migration"
import type { Connection } from "./connect.ts"
import { type StoreName, StoreUnavailable } from "./store-unavailable.ts"

export const migrationOf = (statements: readonly string[]): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})

export type Migrations = Readonly<Record<string, Migration>>

/** The names of the tables in which Kysely records the migrations. */
export interface Bookkeeping {
  readonly migrationTableName: string
  readonly migrationLockTableName: string
}

export const migratorOf = <D>({ db }: Connection<D>, migrations: Migrations, bookkeeping?: Bookkeeping): Migrator =>
  new Migrator({ db, provider: { getMigrations: async () => migrations }, ...bookkeeping })

/** Kysely's message for a store with a migration that this version of the code does not have. */
const fromNewerVersion = /^corrupted migrations: previously executed migration .* is missing$/

export const migrateStore = async (store: StoreName, migrator: Migrator): Promise<void> => {
  const { error } = await migrator.migrateToLatest()
  if (error instanceof Error && fromNewerVersion.test(error.message))
    throw new StoreUnavailable({ store, failure: "newer" })
  if (error !== undefined) throw error
}
