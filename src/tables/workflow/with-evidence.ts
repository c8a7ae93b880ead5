/** Opens the evidence store with its named list for one piece of work; only who asks for a new store makes one. */
import { mkdirSync } from "node:fs"
import { Effect } from "effect"
import { attempt } from "../../../db/attempt.ts"
import { Evidence, openEvidence } from "../../../db/evidence/evidence.ts"
import { teamOf } from "../../../db/evidence/team.ts"
import type { Team } from "../../../policy/capability/member.ts"
import type { CollectionWindow } from "../../../policy/window.ts"
import { evidenceSource, type StorageSettings } from "../../deployment/storage.ts"

export const withEvidence = <A, E>(
  storage: StorageSettings,
  work: Effect.Effect<A, E, Evidence | Team | CollectionWindow>,
  where: "where it exists" | "new if need be" = "where it exists",
) =>
  Effect.gen(function* () {
    const { mode } = storage
    const source = { ...evidenceSource(storage), isLongJob: true }
    if (where === "where it exists") yield* Effect.scoped(openEvidence({ source: { ...source, readOnly: true }, mode }))
    else yield* attempt("data", () => mkdirSync(storage.dataDir, { recursive: true, mode: 0o700 }))
    const evidence = yield* openEvidence({ source, mode, upgrade: false })
    return yield* work.pipe(Effect.provide(teamOf(evidence)), Effect.provideService(Evidence, evidence))
  }).pipe(Effect.scoped)
