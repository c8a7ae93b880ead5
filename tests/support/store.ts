/** Makes a new, empty store on SQLite or on PostgreSQL, so that the same tests run against both. */
import { join } from "node:path"
import { Effect, Exit, Scope } from "effect"
import { sql } from "kysely"
import { type Collection, openCollection } from "../../db/collection/collection.ts"
import { dayTables } from "../../db/collection/day-tables.ts"
import { migrate } from "../../db/collection/migrations/migrate.ts"
import type { CollectionTables, ResponseTable } from "../../db/collection/schema.ts"
import { type Connection, connect, type Source } from "../../db/connect.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { newMigratedDatabase } from "./postgres.ts"
import { atEnd, newFolder } from "./test-end.ts"

export { atEnd, newFolder }

export const engines = ["sqlite", "postgres"] as const
export type Engine = (typeof engines)[number]

export const newSource = async (engine: Engine): Promise<Source> =>
  engine === "sqlite"
    ? { dialect: "sqlite", file: join(newFolder(), "collection.sqlite") }
    : { dialect: "postgres", url: await newMigratedDatabase("collection", migrate) }

export const opened = async (source: Source, mode: Mode = "rehearsal"): Promise<Collection["Service"]> => {
  const scope = await Effect.runPromise(Scope.make())
  atEnd(() => Effect.runPromise(Scope.close(scope, Exit.void)))
  return Effect.runPromise(openCollection(source, mode).pipe(Scope.provide(scope)))
}

/** The failure of a store that does not open. */
export const refusal = (source: Source, mode: Mode = "rehearsal") =>
  Effect.runPromise(Effect.flip(Effect.scoped(openCollection(source, mode))))

/** Every sealed response, those that wait for mixing and those in the tables of their days, past the code of the store. */
export const allRows = async ({
  db,
  dialect,
}: Pick<Connection<CollectionTables>, "db" | "dialect">): Promise<readonly ResponseTable[]> => {
  const tables = ["response", ...(await dayTables(db, dialect))]
  const held = await Promise.all(
    tables.map((table) => sql<ResponseTable>`select * from ${sql.table(table)}`.execute(db)),
  )
  return held.flatMap(({ rows }) => rows)
}

/** Connects directly, past the code of the store. */
export const rawly = (source: Source): Connection<CollectionTables> => {
  const connection = connect<CollectionTables>(source)
  atEnd(() => connection.db.destroy())
  return connection
}
