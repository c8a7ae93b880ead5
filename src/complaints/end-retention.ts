/** Removes each complaint whose retention has passed, after an entry in the ledger; the daily clock has made sure of the date. */
import { Effect } from "effect"
import { openCollection } from "../../db/collection/collection.ts"
import { complaintsReceived } from "../../db/complaints/received.ts"
import type { Evidence } from "../../db/evidence/evidence.ts"
import { today } from "../../policy/civil-day.ts"
import { removeOn } from "../../policy/custody/complaint.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { collectionSource, isCollectionHere, type StorageSettings } from "../deployment/storage.ts"

/** How many were removed. Run it after the retention clock, which refuses a date that has jumped. */
export const endComplaints = Effect.fn("Complaints.endRetention")(function* (
  storage: StorageSettings,
  { record }: Pick<Evidence["Service"], "record">,
) {
  if (!isCollectionHere(storage)) return 0
  const { complaints } = yield* openCollection(collectionSource(storage), storage.mode)
  const on = yield* today
  const old = (yield* complaints.all).filter((each) =>
    complaintsReceived([each]).some((received) => removeOn(received) <= on),
  )
  for (const { hash } of old) {
    const body = { complaint: digestOf(hash.toHex()), by: "clock", on } as const
    yield* record(yield* decided({ kind: "complaint-retention-ended", body }))
    yield* complaints.remove(hash)
  }
  return old.length
}, Effect.scoped)

export const endedSentence = (removed: number): readonly string[] =>
  removed === 0
    ? []
    : [`Removed, because their retention has passed: ${removed === 1 ? "1 complaint" : `${removed} complaints`}.`]
