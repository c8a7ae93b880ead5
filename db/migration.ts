/** A migration is its statements, in order, each in the words of its database. */
import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

export const migrationOf = (statements: readonly string[]): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
