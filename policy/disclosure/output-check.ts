/** A check of a proposed table: made by a person with leave to check, other than its author, once. */
import { Effect, Schema } from "effect"
import { exercise } from "../capability/capability.ts"
import { PersonId, type Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day } from "../civil-day.ts"
import { Digest } from "../evidence/digest.ts"
import type { Step } from "../evidence/step.ts"
import type { RuleViolation } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"
import { type Checker, checkerGate } from "../rules/outputs-checked.ts"
import type { CollectionWindow } from "../window.ts"
import type { Proposal } from "./proposal.ts"

const Facts = Schema.Struct({ of: Digest, person: PersonId, on: Day })

/** `Rule` is for the compiler's message: a check that nobody made is refused in its name. */
class OutputCheck<Rule extends RuleId = "outputs-checked"> {
  readonly of: Digest
  readonly person: PersonId
  readonly on: Day
  readonly #rule: Rule | undefined

  constructor({ of, person, on }: typeof Facts.Type) {
    this.of = of
    this.person = person
    this.on = on
    this.#rule = undefined
    Object.freeze(this)
  }

  static readonly isOne = (value: object): boolean => #rule in value
}

export type { OutputCheck }
export const isOutputCheck = OutputCheck.isOne

/** `earlier` are the checks that the proposal has already. */
export const checkOutput = Effect.fnUntraced(function* (
  may: Checker,
  { id, facts }: Proposal,
  earlier: readonly OutputCheck[],
): Effect.fn.Return<Step<OutputCheck>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const on = yield* exercise(may)
  yield* checkerGate({ author: facts.author, checks: [...earlier, may] })
  return {
    state: new OutputCheck({ of: id, person: may.person, on }),
    record: { kind: "output-checked", body: { proposal: id, on } },
  }
})

/** A check as a store kept it is outside input. */
export const restoreCheck = (kept: unknown): Effect.Effect<OutputCheck, Schema.SchemaError> =>
  Effect.map(
    Schema.decodeUnknownEffect(Facts, { onExcessProperty: "error" })(kept),
    (facts): OutputCheck => new OutputCheck(facts),
  )
