/** A check of a proposed table: made by a person with leave to check, other than its author, once. */
import { Effect, Schema } from "effect"
import { exercise } from "../capability/capability.ts"
import { PersonId, type Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day } from "../civil-day.ts"
import { Digest } from "../record/digest.ts"
import type { Step } from "../record/step.ts"
import type { RuleId } from "../rule-id.ts"
import type { RuleViolation } from "../rule-violation.ts"
import { makerOf, type Unforgeable } from "../unforgeable.ts"
import type { CollectionWindow } from "../window.ts"
import { type Checker, checkerGate } from "./checker-gate.ts"
import type { Proposal } from "./proposal.ts"

const Facts = Schema.Struct({ of: Digest, person: PersonId, on: Day })

const mark: unique symbol = Symbol("output check")

export interface OutputCheck<Rule extends RuleId = "outputs-checked"> extends Unforgeable<typeof mark, Rule> {
  /** The id of the proposal. */
  readonly of: Digest
  readonly person: PersonId
  readonly on: Day
}

const { make, isOne } = makerOf<OutputCheck>(mark, "outputs-checked")

export const isOutputCheck = isOne

/** `earlier` are the checks that the proposal has already. */
export const checkOutput = Effect.fnUntraced(function* (
  may: Checker,
  { id, facts }: Proposal,
  earlier: readonly OutputCheck[],
): Effect.fn.Return<Step<OutputCheck>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const on = yield* exercise(may)
  yield* checkerGate({ author: facts.author, checks: [...earlier, may] })
  return {
    state: make<OutputCheck>({ of: id, person: may.person, on }),
    record: { kind: "output-checked", body: { proposal: id, on } },
  }
})

/** A check as a store kept it is outside input. */
export const restoreCheck = (kept: unknown): Effect.Effect<OutputCheck, Schema.SchemaError> =>
  Effect.map(
    Schema.decodeUnknownEffect(Facts, { onExcessProperty: "error" })(kept),
    (facts): OutputCheck => make<OutputCheck>(facts),
  )
