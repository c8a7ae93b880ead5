/** Removes sealed responses that no key can open only when a supervisor abandons them; the ledger records how many. */
import { Effect } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import { type Day, today } from "../civil-day.ts"
import type { Role } from "../data/role.ts"
import { type DecisionRecord, decided } from "../record/decision-record.ts"

/** The unreadable responses of one day. */
export interface Unreadable {
  readonly of: Day
  readonly responses: number
}

const recordOf = ({ of, responses }: Unreadable, on: Day, by: Role | "rehearsal"): Effect.Effect<DecisionRecord> =>
  decided({ kind: "answers-given-up", body: { of, on, responses, by } })

export const abandonUnreadable = Effect.fn("Custody.abandonUnreadable")(function* (
  capability: Capability<"destroy-data">,
  unreadable: Unreadable,
) {
  return yield* recordOf(unreadable, yield* exercise(capability), capability.role)
})

/** The answers of a rehearsal are invented: the person who runs it may abandon them. */
export const abandonRehearsal = Effect.fn("Custody.abandonRehearsal")(function* (
  _mode: "rehearsal",
  unreadable: Unreadable,
) {
  return yield* recordOf(unreadable, yield* today, "rehearsal")
})
