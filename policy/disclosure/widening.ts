/** The controller's decision to publish finer than a region: signed by a supervisor, who reads no answer, with why and when. */
import { Effect, Result, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import { PersonId, type Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day } from "../civil-day.ts"
import { supervisors } from "../data/role.ts"
import { canonicalJson } from "../evidence/canonical-json.ts"
import { Digest, digestOf } from "../evidence/digest.ts"
import { Reason } from "../evidence/reason.ts"
import type { Step } from "../evidence/step.ts"
import { RuleViolation } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"
import type { CollectionWindow } from "../window.ts"
import { finerGeographies } from "./finer-geography.ts"

const asked = { to: Schema.Literals(finerGeographies), because: Reason }
const Asked = Schema.Struct(asked)
const Facts = Schema.Struct({ ...asked, by: PersonId, role: Schema.Literals(supervisors), on: Day })

/** `Rule` is for the compiler's message: a decision that nobody took is refused in its name. */
class Widening<Rule extends RuleId = "aggregates-only-beyond-the-team"> {
  /** The digest of the facts, as the ledger has it. */
  readonly id: Digest
  readonly facts: typeof Facts.Type
  /** The day on which it was taken back: what was released by then stays, and nothing more is. */
  readonly endedOn: Day | undefined
  readonly #rule: Rule | undefined

  constructor(facts: typeof Facts.Type, endedOn?: Day) {
    this.id = digestOf(canonicalJson(facts))
    this.facts = facts
    this.endedOn = endedOn
    this.#rule = undefined
    Object.freeze(this)
  }

  static readonly isOne = (value: object): boolean => #rule in value
}

export type { Widening }
export const isWidening = Widening.isOne

const refused = (remedy: string): RuleViolation =>
  new RuleViolation({ rule: "aggregates-only-beyond-the-team", remedy })

const readAsked = Schema.decodeUnknownResult(Asked, { onExcessProperty: "error" })

/** Takes it down; what it allows is nothing finer than it names. */
export const widen = Effect.fnUntraced(function* (
  may: Capability<"widen-geography">,
  draft: { readonly to: string; readonly because: string },
): Effect.fn.Return<Step<Widening>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const on = yield* exercise(may)
  const read = readAsked(draft)
  if (Result.isFailure(read))
    return yield* refused(`name ${finerGeographies.join(" or ")}, and say why in words: nothing finer is published`)
  const role = supervisors.find((supervisor) => supervisor === may.role)
  if (role === undefined) return yield* refused("let a supervisor decide, who reads no answer")
  const { to, because } = read.success
  const state = new Widening({ to, because, by: may.person, role, on })
  return {
    state,
    record: { kind: "geography-widened", body: { decision: state.id, to, because: digestOf(because), by: role, on } },
  }
})

/** Takes it back, for every table that is not released by then. */
export const narrow = Effect.fnUntraced(function* (
  may: Capability<"widen-geography">,
  { id, facts, endedOn }: Widening,
): Effect.fn.Return<Step<Widening>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const on = yield* exercise(may)
  if (endedOn !== undefined) return yield* refused("leave it: this decision was taken back before")
  return {
    state: new Widening(facts, on),
    record: { kind: "geography-narrowed", body: { decision: id, by: may.role, on } },
  }
})

const Kept = Schema.Struct({ id: Digest, facts: Facts, endedOn: Schema.UndefinedOr(Day) })

/** A decision as a store kept it is outside input: it is read whole and unchanged, or not at all. */
export const restoreWidening = (kept: unknown): Effect.Effect<Widening, Schema.SchemaError> =>
  Schema.decodeUnknownEffect(
    Kept.check(
      Schema.makeFilter(({ id, facts }) => id === digestOf(canonicalJson(facts)) || "a decision is as it was taken"),
    ),
    { onExcessProperty: "error" },
  )(kept).pipe(Effect.map(({ facts, endedOn }): Widening => new Widening(facts, endedOn)))
