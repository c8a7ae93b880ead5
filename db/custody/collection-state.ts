/** Gives the state of the collection, and records that it was found open once its first answer has arrived. */
import { Effect } from "effect"
import { isDay } from "../../policy/civil-day.ts"
import { type CollectionState, foundOpen } from "../../policy/custody/collection.ts"
import type { Collection } from "../collection/collection.ts"
import type { Evidence } from "../evidence/evidence.ts"

interface Stores {
  readonly collection: Pick<Collection["Service"], "counts">
  readonly evidence: Evidence["Service"]
}

/** `undefined` where no answer has ever arrived. */
const firstDayOf = Effect.fn("Custody.firstDay")(function* ({ collection, evidence }: Stores) {
  const received = (yield* collection.counts).map(({ day }) => day)
  const arrived = (yield* evidence.arrivals.days).map(({ day }) => day)
  return [...received, ...arrived].filter(isDay).sort()[0]
})

export const collectionStateNow = Effect.fn("Custody.collectionState")(function* (stores: Stores) {
  const state: CollectionState = yield* stores.evidence.collection
  if (state.state !== "not-open") return state
  const first = yield* firstDayOf(stores)
  if (first === undefined) return state
  const step = yield* foundOpen(state, first)
  yield* stores.evidence.keepCollection(step)
  return step.state
})
