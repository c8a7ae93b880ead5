/** Unlocks one day's responses for a person with the power to read, unless the review of keeping them is overdue. */
import { Effect, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day } from "../civil-day.ts"
import type { Purpose } from "../data/purpose.ts"
import type { Step } from "../record/step.ts"
import type { RuleId } from "../rule-id.ts"
import { makerOf, type Unforgeable } from "../unforgeable.ts"
import type { CollectionWindow } from "../window.ts"
import { type RetentionState, stateOn } from "./retention.ts"

export class ReadsLocked extends Schema.TaggedError<ReadsLocked>()("ReadsLocked", {
  rule: Schema.Literal("retention-reviewed-after-two-years"),
  because: Schema.Literals(["review-overdue", "destroyed"]),
  of: Schema.optionalKey(Day),
}) {
  override get message() {
    const responses = this.of === undefined ? "these responses" : `the responses of ${this.of}`
    return this.because === "destroyed"
      ? `${responses.charAt(0).toUpperCase()}${responses.slice(1)} have been destroyed.`
      : `The review of keeping ${responses} is overdue. Nothing was read. The retention clock destroys them: see ask -- retention list.`
  }
}

const mark: unique symbol = Symbol("unlocked")

export interface Unlocked<Rule extends RuleId = "retention-reviewed-after-two-years">
  extends Unforgeable<typeof mark, Rule> {
  readonly of: Day
  /** The day on which it was unlocked; on a later day the lock must be asked again. */
  readonly on: Day
}

const { make, isOne } = makerOf<Unlocked>(mark, "retention-reviewed-after-two-years")

export const isUnlocked = isOne

/** The only function that makes `Unlocked`; it comes with the record of the reading. */
export const unlock = Effect.fn("Custody.unlock")(function* (
  capability: Capability<"read-responses">,
  retention: RetentionState,
  purpose: Purpose = "childhood-commission",
): Effect.fn.Return<Step<Unlocked>, NotGranted | ReadsLocked, Team | CollectionWindow> {
  const on = yield* exercise(capability)
  const current = stateOn(retention, on)
  if (current.state === "review-overdue" || current.state === "destroyed")
    return yield* new ReadsLocked({
      rule: "retention-reviewed-after-two-years",
      because: current.state,
      of: current.facts.of,
    })
  const { power, role } = capability
  const { of } = current.facts
  return { state: make<Unlocked>({ of, on }), record: { kind: "responses-read", body: { power, role, of, purpose } } }
})
