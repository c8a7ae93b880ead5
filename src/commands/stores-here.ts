/** What the stores of a place let the audits see, opened to be read and nothing else; counts leave here in bands alone. */
import { Effect, Layer, type Scope } from "effect"
import { openCollection } from "../../db/collection/collection.ts"
import type { Count } from "../../db/collection/counts.ts"
import { observedDays } from "../../db/collection/observed.ts"
import { isAbsent } from "../../db/collection/store-unavailable.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { observed } from "../../db/evidence/observed.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { lostKeys } from "../../db/keys/lost-keys.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { KeysNow } from "../../policy/evidence/keys-now.ts"
import { type StoredColumn, StoredColumns } from "../../policy/evidence/stored-columns.ts"
import { banded } from "../../policy/report/banded.ts"
import type { StoreReport } from "../../policy/report/report.ts"
import { collectionSource, evidenceSource, type Place } from "../launcher/place.ts"

export interface StoresHere {
  readonly store: StoreReport
  /** What the audits may look at; what is not there, they find absent. */
  readonly seen: Layer.Layer<never>
}

const heldIn = (counts: readonly Count[]): StoreReport => ({
  read: true,
  held: formIds.map((form) => {
    const own = counts.filter((count) => count.form === form)
    return { form, answers: banded(own.reduce((sum, { responses }) => sum + responses, 0)) }
  }),
})

/** The evidence store is a file of its own beside the collection, once there is one. */
const evidenceSeen = (
  place: Place,
  columns: readonly StoredColumn[],
): Effect.Effect<Layer.Layer<never>, never, Scope.Scope> => {
  const alone = Layer.succeed(StoredColumns, columns)
  return openEvidence({ source: { ...evidenceSource(place), readOnly: true }, mode: place.mode }).pipe(
    Effect.map((evidence) => observed(evidence, columns)),
    Effect.orElseSucceed(() => alone),
  )
}

/** Where private keys may not be looked at, nothing is known of them. */
const keysSeen = (place: Place, counts: readonly Count[]): Layer.Layer<never> =>
  Layer.unwrap(
    Effect.try(() => lostKeys(privateKeysOf(place), place.dataDir, [...new Set(counts.map(({ day }) => day))])).pipe(
      Effect.map((lost) => Layer.succeed(KeysNow, { lost })),
      Effect.orElseSucceed(() => Layer.empty),
    ),
  )

export const storesHere = (place: Place): Effect.Effect<StoresHere, never, Scope.Scope> =>
  Effect.gen(function* () {
    const collection = yield* openCollection({ ...collectionSource(place), readOnly: true }, place.mode)
    const counts = yield* collection.counts
    const evidence = yield* evidenceSeen(place, yield* collection.columns)
    const seen = Layer.mergeAll(evidence, observedDays(collection), keysSeen(place, counts))
    return { store: heldIn(counts), seen }
  }).pipe(
    Effect.catch((error) =>
      Effect.succeed<StoresHere>({
        store: {
          read: false,
          because: isAbsent(error) ? "there is no collection here yet" : "the collection here could not be read",
        },
        seen: Layer.empty,
      }),
    ),
  )
