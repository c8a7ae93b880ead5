/** Records that a supervisor confirms today's date, so that the retention clock goes on after a jump. */
import { Effect } from "effect"
import { type Capability, exercise } from "../../policy/capability/capability.ts"
import { Day } from "../../policy/civil-day.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { checkLedger, keepAnchor } from "../evidence/ledger-anchor.ts"
import { keepLook, lastLook } from "./clock.ts"
import type { CustodyContext } from "./context.ts"

/** The day before the first look: nothing was known. */
const never = Day.make("2000-01-01")

export const confirmDate = Effect.fn("Custody.confirmDate")(function* (
  { evidence, dataDir }: CustodyContext,
  capability: Capability<"destroy-data">,
) {
  const on = yield* exercise(capability)
  yield* checkLedger(evidence, dataDir)
  const after = (yield* lastLook(dataDir)) ?? never
  const body = { on, after, by: capability.role, member: digestOf(capability.person) }
  yield* keepAnchor(dataDir, yield* evidence.record(yield* decided({ kind: "clock-confirmed", body })))
  yield* keepLook(dataDir, on)
  return on
})
