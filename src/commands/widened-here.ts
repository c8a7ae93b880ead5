/** The decision by which a table may be finer than a region, as it stands in the evidence store of a place; none where that cannot be read. */
import { Effect } from "effect"
import { Evidence, openEvidence } from "../../db/evidence/evidence.ts"
import type { Widening } from "../../policy/disclosure/widening.ts"
import { evidenceSource, type Place } from "../launcher/place.ts"
import { widenedInForce } from "../releasing/widen.ts"

export const widenedHere = (place: Place): Effect.Effect<Widening | undefined> =>
  openEvidence({ source: { ...evidenceSource(place), readOnly: true }, mode: place.mode }).pipe(
    Effect.flatMap((evidence) => Effect.provideService(widenedInForce, Evidence, evidence)),
    Effect.scoped,
    Effect.orElseSucceed(() => undefined),
  )
