/** Sealed answers that nothing can open are removed only once a supervisor has given them up, and the ledger says how many. */
import { Effect } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { Day } from "../civil-day.ts"
import { today } from "../civil-day.ts"
import type { Role } from "../data/role.ts"
import { type DecisionRecord, decided } from "../evidence/decision-record.ts"

/** Of one day. */
export interface Unopened {
  readonly of: Day
  readonly responses: number
}

const written = ({ of, responses }: Unopened, on: Day, by: Role | "rehearsal"): Effect.Effect<DecisionRecord> =>
  decided({ kind: "answers-given-up", body: { of, on, responses, by } })

export const giveUp = Effect.fnUntraced(function* (leave: Capability<"destroy-data">, unopened: Unopened) {
  return yield* written(unopened, yield* exercise(leave), leave.role)
})

/** Made-up answers are nobody's loss: whoever runs a rehearsal gives them up. */
export const giveUpRehearsed = Effect.fnUntraced(function* (_mode: "rehearsal", unopened: Unopened) {
  return yield* written(unopened, yield* today, "rehearsal")
})
