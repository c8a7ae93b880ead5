/** The evidence store of a place with its named list and its window, open for one piece of work; none is made by asking. */
import { Effect } from "effect"
import { Evidence, openEvidence } from "../../db/evidence/evidence.ts"
import { teamOf } from "../../db/evidence/observed.ts"
import type { Team } from "../../policy/capability/member.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { evidenceSource, type Place } from "../launcher/place.ts"
import { windowHere } from "../launcher/window-here.ts"

export const withEvidence = <A, E>(place: Place, work: Effect.Effect<A, E, Evidence | Team | CollectionWindow>) =>
  Effect.gen(function* () {
    const { mode } = place
    const source = evidenceSource(place)
    yield* Effect.scoped(openEvidence({ source: { ...source, readOnly: true }, mode }))
    const evidence = yield* openEvidence({ source, mode, upgrade: false })
    return yield* work.pipe(
      Effect.provide(teamOf(evidence)),
      Effect.provideService(Evidence, evidence),
      Effect.provideService(CollectionWindow, yield* windowHere(place)),
    )
  }).pipe(Effect.scoped)
