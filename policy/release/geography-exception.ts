/** The controller's decision to publish finer than a region: signed by a supervisor, who reads no answer, with why and when. */
import { Effect, Result, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import { PersonId, type Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day } from "../civil-day.ts"
import { finerGeographies } from "../data/geography.ts"
import { supervisors } from "../data/role.ts"
import { canonicalJson } from "../record/canonical-json.ts"
import { Digest, digestOf } from "../record/digest.ts"
import { Reason } from "../record/reason.ts"
import type { Step } from "../record/step.ts"
import type { RuleId } from "../rule-id.ts"
import { RuleViolation } from "../rule-violation.ts"
import { makerOf, type Unforgeable } from "../unforgeable.ts"
import type { CollectionWindow } from "../window.ts"

const draftFields = { to: Schema.Literals(finerGeographies), because: Reason }
const ExceptionDraft = Schema.Struct(draftFields)
const Facts = Schema.Struct({ ...draftFields, by: PersonId, role: Schema.Literals(supervisors), on: Day })

const mark: unique symbol = Symbol("geography exception")

export interface GeographyException<Rule extends RuleId = "aggregates-only-beyond-the-team">
  extends Unforgeable<typeof mark, Rule> {
  /** The digest of the facts, as the ledger has it. */
  readonly id: Digest
  readonly facts: typeof Facts.Type
  /** The day on which it was taken back: what was released by then stays, and nothing more is. */
  readonly endedOn: Day | undefined
}

const { make, isOne } = makerOf<GeographyException>(mark, "aggregates-only-beyond-the-team")

export const isGeographyException = isOne

const exceptionOf = (facts: typeof Facts.Type, endedOn?: Day): GeographyException =>
  make<GeographyException>({ id: digestOf(canonicalJson(facts)), facts, endedOn })

const refused = (remedy: string): RuleViolation =>
  new RuleViolation({ rule: "aggregates-only-beyond-the-team", remedy })

const decodeDraft = Schema.decodeUnknownResult(ExceptionDraft, { onExcessProperty: "error" })

/** Takes it down; what it allows is nothing finer than it names. */
export const grantGeographyException = Effect.fnUntraced(function* (
  may: Capability<"widen-geography">,
  draft: { readonly to: string; readonly because: string },
): Effect.fn.Return<Step<GeographyException>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const on = yield* exercise(may)
  const read = decodeDraft(draft)
  if (Result.isFailure(read))
    return yield* refused(`name ${finerGeographies.join(" or ")}, and say why in words: nothing finer is published`)
  const role = supervisors.find((supervisor) => supervisor === may.role)
  if (role === undefined) return yield* refused("let a supervisor decide, who reads no answer")
  const { to, because } = read.success
  const state = exceptionOf({ to, because, by: may.person, role, on })
  return {
    state,
    record: { kind: "geography-widened", body: { decision: state.id, to, because: digestOf(because), by: role, on } },
  }
})

/** Takes it back, for every table that is not released by then. */
export const withdrawGeographyException = Effect.fnUntraced(function* (
  may: Capability<"widen-geography">,
  { id, facts, endedOn }: GeographyException,
): Effect.fn.Return<Step<GeographyException>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const on = yield* exercise(may)
  if (endedOn !== undefined) return yield* refused("leave it: this decision was taken back before")
  return {
    state: exceptionOf(facts, on),
    record: { kind: "geography-narrowed", body: { decision: id, by: may.role, on } },
  }
})

const Kept = Schema.Struct({ id: Digest, facts: Facts, endedOn: Schema.UndefinedOr(Day) })

/** A decision as a store kept it is outside input: it is read whole and unchanged, or not at all. */
export const restoreGeographyException = (kept: unknown): Effect.Effect<GeographyException, Schema.SchemaError> =>
  Schema.decodeUnknownEffect(
    Kept.check(
      Schema.makeFilter(({ id, facts }) => id === digestOf(canonicalJson(facts)) || "a decision is as it was taken"),
    ),
    { onExcessProperty: "error" },
  )(kept).pipe(Effect.map(({ facts, endedOn }): GeographyException => exceptionOf(facts, endedOn)))

/** Who decided, when and why, for a checker and for the report. */
export const exceptionText = ({ id, facts: { to, role, on, because }, endedOn }: GeographyException): string => {
  const allows = endedOn === undefined ? "allows" : `allowed until ${endedOn}`
  return `decision ${id.slice(0, 8)} of ${on} by a ${role} ${allows} publication by ${to}: ${because.replace(/\.$/, "")}`
}
