/** Makes new, empty evidence stores on SQLite and PostgreSQL, and connects to one past its own code. */
import { join } from "node:path"
import { Effect, Exit, Scope } from "effect"
import { type Connection, connect, type Source } from "../../db/connect.ts"
import { type Evidence, type EvidencePlace, openEvidence } from "../../db/evidence/evidence.ts"
import { migrate } from "../../db/evidence/migrations/migrate.ts"
import type { EvidenceTables } from "../../db/evidence/schema.ts"
import { newMigratedDatabase } from "./postgres.ts"
import { atEnd, type Engine, newFolder } from "./store.ts"

export const newEvidenceSource = async (engine: Engine): Promise<Source> =>
  engine === "sqlite"
    ? { dialect: "sqlite", file: join(newFolder(), "evidence.sqlite") }
    : { dialect: "postgres", url: await newMigratedDatabase("evidence", migrate) }

export const openedEvidence = async (
  source: Source,
  change: Partial<EvidencePlace> = {},
): Promise<Evidence["Service"]> => {
  const scope = await Effect.runPromise(Scope.make())
  atEnd(() => Effect.runPromise(Scope.close(scope, Exit.void)))
  return Effect.runPromise(openEvidence({ source, mode: "rehearsal", ...change }).pipe(Scope.provide(scope)))
}

export const evidenceRefusal = (place: EvidencePlace) =>
  Effect.runPromise(Effect.flip(Effect.scoped(openEvidence(place))))

export const rawEvidence = (source: Source): Connection<EvidenceTables> => {
  const connection = connect<EvidenceTables>(source)
  atEnd(() => connection.db.destroy())
  return connection
}
