/** Removes answers that no key opens, after the ledger has recorded it: without that their day could never end. */
import { Effect } from "effect"
import type { Day } from "../../policy/civil-day.ts"
import { responsesOn } from "../collection/counts.ts"
import type { PreparedTransfer } from "./context.ts"
import { NotAsSent } from "./refusals.ts"

const pageSize = 1_000

const start: Uint8Array = new Uint8Array()

export const isAbandoned = ({ abandoning }: Pick<PreparedTransfer, "abandoning">, day: Day): boolean =>
  abandoning?.day === day

/** Counts the rows themselves, because the ledger will state the number. */
const remaining = Effect.fn("Transfer.remaining")(function* ({ collection }: PreparedTransfer, day: Day) {
  let [responses, after] = [0, start]
  for (;;) {
    const rows = yield* collection.sealedOf(day, after, pageSize)
    const last = rows.at(-1)
    if (last === undefined) return responses
    responses += rows.length
    after = last.key
  }
})

/** Abandons the rows that are still sealed. After an interruption it records the remaining number again. */
export const abandonRest = Effect.fn("Transfer.abandonRest")(function* (transfer: PreparedTransfer, day: Day) {
  const { collection, evidence, abandoning, progress } = transfer
  const responses = yield* remaining(transfer, day)
  if (abandoning === undefined || responses === 0) return
  yield* evidence.record(yield* abandoning.decide(responses))
  for (;;) {
    const rows = yield* collection.sealedOf(day, start, pageSize)
    if (rows.length === 0) break
    yield* collection.remove(
      day,
      rows.map(({ key }) => key),
    )
  }
  yield* progress({ kind: "given-up", day, responses })
})

/** Checks the count only: without the day's key no digest can be computed. */
export const confirmCount = Effect.fn("Transfer.confirmCount")(function* (
  { evidence }: PreparedTransfer,
  day: Day,
  expected: number,
) {
  if (responsesOn(yield* evidence.arrivals.counts, day) !== expected) return yield* new NotAsSent({ day })
})
