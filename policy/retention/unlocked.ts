/** A day's responses are read only unlocked: with the power to read, and while no review of keeping them is overdue. */
import { Effect, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import type { Day } from "../civil-day.ts"
import type { Step } from "../evidence/step.ts"
import type { RuleId } from "../rule-id.ts"
import type { CollectionWindow } from "../window.ts"
import { type RetentionState, standsOn } from "./retention-state.ts"

export class ReadsLocked extends Schema.TaggedError<ReadsLocked>()("ReadsLocked", {
  rule: Schema.Literal("retention-reviewed-after-two-years"),
  because: Schema.Literals(["review-overdue", "destroyed"]),
}) {
  override get message() {
    return this.because === "destroyed"
      ? "These responses have been destroyed."
      : "The review of keeping these responses is overdue: nothing is read, and they are to be destroyed."
  }
}

class Unlocked<Rule extends RuleId = "retention-reviewed-after-two-years"> {
  readonly of: Day
  /** Beyond it the lock must be asked again. */
  readonly on: Day
  readonly #rule: Rule | undefined

  constructor(of: Day, on: Day) {
    this.of = of
    this.on = on
    this.#rule = undefined
    Object.freeze(this)
  }

  static readonly isOne = (value: object): boolean => #rule in value
}

export type { Unlocked }

export const isUnlocked = Unlocked.isOne

/** Makes `Unlocked`, with the record of the reading; the only function that does. */
export const unlock = Effect.fnUntraced(function* (
  capability: Capability<"read-responses">,
  state: RetentionState,
): Effect.fn.Return<Step<Unlocked>, NotGranted | ReadsLocked, Team | CollectionWindow> {
  const on = yield* exercise(capability)
  const standing = standsOn(state, on)
  if (standing.state === "review-overdue" || standing.state === "destroyed")
    return yield* new ReadsLocked({ rule: "retention-reviewed-after-two-years", because: standing.state })
  const { power, role } = capability
  const { of } = standing.facts
  return { state: new Unlocked(of, on), record: { kind: "responses-read", body: { power, role, of } } }
})
