/** One day's responses are active, due for review, extended, overdue or destroyed: nothing early, and what is overdue is not read. */
import { Effect, Result, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day, daysAfter, today, yearsAfter } from "../civil-day.ts"
import { custodyParameters } from "../custody-parameters.ts"
import { type Role, supervisors } from "../data/role.ts"
import { Digest, digestOf } from "../evidence/digest.ts"
import type { Step } from "../evidence/step.ts"
import { parameters } from "../parameters.ts"
import { RuleViolation } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"
import type { CollectionWindow } from "../window.ts"
import { Extension, type ExtensionDraft, type LawfulExtension, readExtension } from "./extension.ts"
import { type Gone, isGone, notGone } from "./gone.ts"

/** `of` is the day on which the responses were given; `dueOn` the day on which keeping them comes up for review. */
const kept = { of: Day, dueOn: Day }

const fallsDueLater = Schema.makeFilter(({ of, dueOn }: { of: Day; dueOn: Day }) => dueOn > of)
const isDecidedLater = Schema.makeFilter(
  ({ dueOn, decideBefore }: { dueOn: Day; decideBefore: Day }) => decideBefore > dueOn,
)
const endsLater = Schema.makeFilter(({ dueOn, until }: { dueOn: Day; until: Day }) => until > dueOn)

const certificate = Schema.Struct({
  on: Day,
  by: Schema.Literals([...supervisors, "clock"]),
  scan: Digest,
  host: Schema.Union([Digest, Schema.Literal("missing")]),
})

const facts = {
  active: Schema.Struct(kept).check(fallsDueLater),
  "review-due": Schema.Struct({ ...kept, decideBefore: Day }).check(fallsDueLater, isDecidedLater),
  "review-overdue": Schema.Struct({ ...kept, decideBefore: Day }).check(fallsDueLater, isDecidedLater),
  extended: Schema.Struct({ ...kept, ...Extension.fields }).check(fallsDueLater, endsLater),
  destroyed: Schema.Struct({ of: Day, certificate }),
} as const

type Name = keyof typeof facts
type Facts<S extends Name> = (typeof facts)[S]["Type"]

/** `Rule` is for the compiler's message: a state out of turn, or made elsewhere, is refused in its name. */
class Retention<S extends Name, Rule extends RuleId = "retention-reviewed-after-two-years"> {
  readonly state: S
  readonly facts: Facts<S>
  readonly #rule: Rule | undefined

  constructor(state: S, known: Facts<S>) {
    this.state = state
    this.facts = known
    this.#rule = undefined
    Object.freeze(this)
  }

  static readonly isOne = (value: object): boolean => #rule in value
}

export type { Retention }
export type RetentionState = { [S in Name]: Retention<S> }[Name]

export const isRetentionState = Retention.isOne

/**
 * The two years of a day's responses run from the first moment of that day in London: the day is all that is known of
 * when a response came, and of two readings the earlier keeps data for less time (F05).
 */
export const retain = (of: Day): Retention<"active"> =>
  new Retention("active", { of, dueOn: yearsAfter(of, parameters.retention.value) })

const reviewDue = (of: Day, dueOn: Day): Step<Retention<"review-due">> => {
  const decideBefore = daysAfter(dueOn, custodyParameters.reviewPeriod.value)
  return {
    state: new Retention("review-due", { of, dueOn, decideBefore }),
    record: { kind: "review-fell-due", body: { of, decideBefore } },
  }
}

/** What the calendar alone brings about: the next step that is due on this day, if one is. */
const nextDue = (
  state: RetentionState,
  on: Day,
): Step<Retention<"review-due"> | Retention<"review-overdue">> | undefined => {
  switch (state.state) {
    case "active":
      return on >= state.facts.dueOn ? reviewDue(state.facts.of, state.facts.dueOn) : undefined
    case "extended":
      return on >= state.facts.until ? reviewDue(state.facts.of, state.facts.until) : undefined
    case "review-due": {
      if (on < state.facts.decideBefore) return undefined
      const record = { kind: "review-overdue", body: { of: state.facts.of } } as const
      return { state: new Retention("review-overdue", state.facts), record }
    }
    default:
      return undefined
  }
}

/** All that the calendar has brought about since this state was kept, in order; a clock put back undoes nothing. */
export const stepsDue = (state: RetentionState, on: Day): readonly Step<RetentionState>[] => {
  const next = nextDue(state, on)
  return next === undefined ? [] : [next, ...stepsDue(next.state, on)]
}

/** The state as it stands on this day, whenever it was kept. */
export const standsOn = (state: RetentionState, on: Day): RetentionState => stepsDue(state, on).at(-1)?.state ?? state

const refused = (remedy: string): RuleViolation =>
  new RuleViolation({ rule: "retention-reviewed-after-two-years", remedy })

type Decided<S extends RetentionState> = Effect.fn.Return<Step<S>, NotGranted | RuleViolation, Team | CollectionWindow>

/** Keeps a day's responses longer: decided within the review, with reasons and a new date, for no longer than at first. */
export const extend = Effect.fnUntraced(function* <const A extends ExtensionDraft>(
  capability: Capability<"extend-retention">,
  state: Retention<"review-due">,
  draft: A & LawfulExtension<A>,
): Decided<Retention<"extended">> {
  const on = yield* exercise(capability)
  if (standsOn(state, on).state !== "review-due") return yield* refused("destroy the data: its review is overdue")
  const read = readExtension(draft)
  if (Result.isFailure(read))
    return yield* refused("say in words why it is necessary and proportionate, and until when")
  const { necessity, proportionality, until } = read.success
  const { of, dueOn } = state.facts
  // Later than the old date too: a clock put back must not let the review be set to a day that has passed.
  if (until <= on || until <= dueOn || until > yearsAfter(on, parameters.retention.value))
    return yield* refused(`give a new date after today and within ${parameters.retention.value} years`)
  const reasons = { necessity: digestOf(necessity), proportionality: digestOf(proportionality) }
  return {
    state: new Retention("extended", { of, dueOn, ...read.success }),
    record: { kind: "retention-extended", body: { of, until, ...reasons, by: capability.role } },
  }
})

const destroyed = (
  of: Day,
  by: Retention<"destroyed">["facts"]["certificate"]["by"],
  on: Day,
  gone: Gone,
): Step<Retention<"destroyed">> => ({
  state: new Retention("destroyed", { of, certificate: { on, by, scan: gone.scan, host: gone.host } }),
  record: { kind: "data-destroyed", body: { of, on, by, residueScan: gone.scan } },
})

const supervisorNamed = (role: Role) => supervisors.find((supervisor) => supervisor === role)

const isGoneOf = (of: Day, gone: Gone): boolean => isGone(gone) && gone.of === of

/** No longer necessary or proportionate: two supervisors say so, and nothing can be read any more. */
export const destroy = Effect.fnUntraced(function* (
  capability: Capability<"destroy-data">,
  second: Capability<"destroy-data">,
  { facts: { of } }: Retention<"review-due"> | Retention<"extended">,
  gone: Gone,
): Decided<Retention<"destroyed">> {
  const on = yield* exercise(capability)
  yield* exercise(second)
  if (capability.person === second.person) return yield* refused("let a second supervisor confirm the destruction")
  const by = supervisorNamed(capability.role)
  if (by === undefined || !isGoneOf(of, gone)) return yield* notGone
  return destroyed(of, by, on, gone)
})

/** Nobody decided in time: what is overdue is destroyed, and nobody needs to ask for it. */
export const destroyOverdue = Effect.fnUntraced(function* (
  { facts: { of } }: Retention<"review-overdue">,
  gone: Gone,
): Effect.fn.Return<Step<Retention<"destroyed">>, RuleViolation> {
  if (!isGoneOf(of, gone)) return yield* notGone
  return destroyed(of, "clock", yield* today, gone)
})

const Kept = Schema.Union([
  Schema.Struct({ state: Schema.Literal("active"), facts: facts.active }),
  Schema.Struct({ state: Schema.Literal("review-due"), facts: facts["review-due"] }),
  Schema.Struct({ state: Schema.Literal("review-overdue"), facts: facts["review-overdue"] }),
  Schema.Struct({ state: Schema.Literal("extended"), facts: facts.extended }),
  Schema.Struct({ state: Schema.Literal("destroyed"), facts: facts.destroyed }),
])

/** A state as a store kept it is outside input: it is read whole or not at all. */
export const restoreRetention = (stored: unknown): Effect.Effect<RetentionState, Schema.SchemaError> =>
  Effect.map(Schema.decodeUnknownEffect(Kept, { onExcessProperty: "error" })(stored), (read): RetentionState => {
    switch (read.state) {
      case "active":
        return new Retention(read.state, read.facts)
      case "review-due":
        return new Retention(read.state, read.facts)
      case "review-overdue":
        return new Retention(read.state, read.facts)
      case "extended":
        return new Retention(read.state, read.facts)
      case "destroyed":
        return new Retention(read.state, read.facts)
    }
  })
