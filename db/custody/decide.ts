/** Carries out what two supervisors decide about one day: they extend its retention, or destroy its answers. */
import { Effect } from "effect"
import type { Capability } from "../../policy/capability/capability.ts"
import { type Day, today } from "../../policy/civil-day.ts"
import { notErased } from "../../policy/custody/destroyed.ts"
import {
  decideDestruction,
  destroy,
  destroyOverdue,
  extend,
  type RetentionState,
  stepsDue,
} from "../../policy/custody/retention.ts"
import type { CustodyContext } from "./context.ts"
import { NoSuchDay, NotInReview } from "./custody-refusals.ts"
import { eraseDays } from "./erase-days.ts"

/** Records the steps that have fallen due, and returns the state after them. */
export const keepStepsDue = Effect.fn("Custody.keepStepsDue")(function* (
  { evidence }: Pick<CustodyContext, "evidence">,
  state: RetentionState,
) {
  const steps = stepsDue(state, yield* today)
  for (const step of steps) yield* evidence.keepRetention(step)
  return steps.at(-1)?.state ?? state
})

const stateOf = Effect.fn("Custody.stateOf")(function* (context: Pick<CustodyContext, "evidence">, day: Day) {
  const stored = (yield* context.evidence.retentions).find(({ facts }) => facts.of === day)
  if (stored === undefined) return yield* new NoSuchDay({ day })
  return yield* keepStepsDue(context, stored)
})

export interface ExtensionText {
  readonly necessity: string
  readonly proportionality: string
  readonly until: string
}

export const extendDay = Effect.fn("Custody.extendDay")(function* (
  context: Pick<CustodyContext, "evidence">,
  day: Day,
  [one, other]: readonly [Capability<"extend-retention">, Capability<"extend-retention">],
  draft: ExtensionText,
) {
  const state = yield* stateOf(context, day)
  if (state.state !== "review-due") return yield* new NotInReview({ day, state: state.state })
  const step = yield* extend(one, other, state, draft)
  yield* context.evidence.keepRetention(step)
  return step.state
})

export const destroyDay = Effect.fn("Custody.destroyDay")(function* (
  context: CustodyContext,
  day: Day,
  [one, other]: readonly [Capability<"destroy-data">, Capability<"destroy-data">],
) {
  const { evidence } = context
  const state = yield* stateOf(context, day)
  if (state.state === "active" || state.state === "destroyed")
    return yield* new NotInReview({ day, state: state.state })
  if (state.state !== "review-overdue") yield* evidence.record(yield* decideDestruction(one, other, state))
  const erased = (yield* eraseDays(context, [day])).get(day)
  if (erased === undefined) return yield* notErased
  const step =
    state.state === "review-overdue" ? yield* destroyOverdue(state, erased) : yield* destroy(one, other, state, erased)
  yield* evidence.keepRetention(step)
  return step.state
}, Effect.scoped)
