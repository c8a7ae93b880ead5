/** What nothing can open is written down first and then removed: else its day, and the collection, would never end. */
import { Effect } from "effect"
import type { NotGranted } from "../../policy/capability/standing.ts"
import type { Day } from "../../policy/civil-day.ts"
import type { DecisionRecord } from "../../policy/evidence/decision-record.ts"
import { responsesOn } from "../collection/counts.ts"
import type { Ready } from "./day.ts"
import { NotAsSent } from "./refusals.ts"

export interface GivingUp {
  readonly day: string
  /** The decision, as the ledger will have it. */
  readonly decide: (responses: number) => Effect.Effect<DecisionRecord, NotGranted>
}

const pageSize = 1_000
const start: Uint8Array = new Uint8Array()

export const isGivenUp = ({ givingUp }: Pick<Ready, "givingUp">, day: Day): boolean => givingUp?.day === day

/** Whatever of the day is sealed still. Cut off in between, it is written down again with what is then left. */
export const giveUpRest = Effect.fnUntraced(function* (transferring: Ready, day: Day) {
  const { collection, evidence, givingUp, passed } = transferring
  const responses = responsesOn(yield* collection.counts, day)
  if (givingUp === undefined || responses === 0) return
  yield* evidence.record(yield* givingUp.decide(responses))
  for (;;) {
    const rows = yield* collection.sealedOf(day, start, pageSize)
    if (rows.length === 0) break
    yield* collection.remove(rows.map(({ key }) => key))
  }
  yield* passed({ kind: "given-up", day, responses })
})

/** Without the day's key what arrived before can be counted, and no more. */
export const isCounted = Effect.fnUntraced(function* ({ evidence }: Ready, day: Day, expected: number) {
  if (responsesOn(yield* evidence.arrivals.counts, day) !== expected) return yield* new NotAsSent({ day })
})
