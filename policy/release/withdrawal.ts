/** Withdraws a released table: its page says so and shows no number any more. What was published stays known to the audit. */
import { Effect } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { digestOf } from "../record/digest.ts"
import type { Step } from "../record/step.ts"
import { RuleViolation } from "../rule-violation.ts"
import type { CollectionWindow } from "../window.ts"
import type { StoredRelease } from "./released-tables.ts"

const before = (on: string): RuleViolation =>
  new RuleViolation({ rule: "small-cells-suppressed", remedy: `leave it: this table was withdrawn on ${on}` })

/** Takes a supervisor, who releases and so withdraws. */
export const withdrawTable = Effect.fnUntraced(function* (
  may: Capability<"release-table">,
  released: StoredRelease,
): Effect.fn.Return<Step<StoredRelease>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const withdrawnOn = yield* exercise(may)
  if (released.withdrawnOn !== undefined) return yield* before(released.withdrawnOn)
  return {
    state: { ...released, withdrawnOn },
    record: {
      kind: "table-withdrawn",
      body: { proposal: released.proposal.id, by: may.role, member: digestOf(may.person), on: withdrawnOn },
    },
  }
})
