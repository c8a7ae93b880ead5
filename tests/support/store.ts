/** The same store tests run against SQLite and PostgreSQL: a new, empty store of either kind. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Exit, Scope } from "effect"
import { afterEach } from "vitest"
import { type Collection, openCollection } from "../../db/collection/collection.ts"
import type { CollectionTables } from "../../db/collection/schema.ts"
import { type Connection, connect, type Source } from "../../db/connect.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { newDatabase } from "./postgres.ts"

export const engines = ["sqlite", "postgres"] as const
export type Engine = (typeof engines)[number]

const endings: (() => unknown)[] = []

/** Undone when the test ends, last first. */
export const atEnd = (ending: () => unknown): void => void endings.push(ending)

afterEach(async () => {
  for (const ending of endings.splice(0).reverse()) await ending()
})

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "big-ask-"))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const newSource = async (engine: Engine): Promise<Source> =>
  engine === "sqlite"
    ? { dialect: "sqlite", file: join(newFolder(), "collection.sqlite") }
    : { dialect: "postgres", url: await newDatabase() }

export const opened = async (source: Source, mode: Mode = "rehearsal"): Promise<Collection["Service"]> => {
  const scope = await Effect.runPromise(Scope.make())
  atEnd(() => Effect.runPromise(Scope.close(scope, Exit.void)))
  return Effect.runPromise(openCollection(source, mode).pipe(Scope.provide(scope)))
}

/** Why a store does not open. */
export const refusal = (source: Source, mode: Mode = "rehearsal") =>
  Effect.runPromise(Effect.flip(Effect.scoped(openCollection(source, mode))))

/** A second way in, past the store's own code. */
export const rawly = (source: Source): Connection<CollectionTables> => {
  const connection = connect<CollectionTables>(source)
  atEnd(() => connection.db.destroy())
  return connection
}
