/** Moves one day's responses from active to review, and then to extended, overdue or destroyed: no step comes early. */
import { Effect, Result, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day, daysAfter, today, yearsAfter } from "../civil-day.ts"
import { type Role, supervisors } from "../data/role.ts"
import { parameters } from "../parameters.ts"
import type { DecisionRecord } from "../record/decision-record.ts"
import { Digest, digestOf } from "../record/digest.ts"
import type { Step } from "../record/step.ts"
import type { RuleId } from "../rule-id.ts"
import { RuleViolation } from "../rule-violation.ts"
import type { CollectionWindow } from "../window.ts"
import { type Erased, isErased, notErased } from "./destroyed.ts"
import { Extension, type ExtensionDraft, type LawfulExtension, readExtension } from "./extension.ts"
import { type State, stateMachine } from "./state.ts"

/** `of` is the day on which the responses were given; `dueOn` the day on which their review falls due. */
const dates = { of: Day, dueOn: Day }

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
  active: Schema.Struct(dates).check(fallsDueLater),
  "review-due": Schema.Struct({ ...dates, decideBefore: Day }).check(fallsDueLater, isDecidedLater),
  "review-overdue": Schema.Struct({ ...dates, decideBefore: Day }).check(fallsDueLater, isDecidedLater),
  extended: Schema.Struct({ ...dates, ...Extension.fields }).check(fallsDueLater, endsLater),
  destroyed: Schema.Struct({ of: Day, certificate }),
} as const

type Name = keyof typeof facts
type Facts<S extends Name> = (typeof facts)[S]["Type"]

const mark: unique symbol = Symbol("retention")

export interface Retention<S extends Name, Rule extends RuleId = "retention-reviewed-after-two-years">
  extends State<typeof mark, Rule, S, Facts<S>> {}
export type RetentionState = { [S in Name]: Retention<S> }[Name]

const { enter, factsOf, restore } = stateMachine(mark, "retention-reviewed-after-two-years", facts)

export const restoreRetention: (stored: unknown) => Effect.Effect<RetentionState, Schema.SchemaError> = restore

/**
 * The two years run from the start of the day in London. Only the day of a response is known, and of two readings the
 * earlier keeps data for less time (F05).
 */
export const retain = (of: Day): Retention<"active"> =>
  enter("active", { of, dueOn: yearsAfter(of, parameters.retention.value) })

const reviewDue = (of: Day, dueOn: Day): Step<Retention<"review-due">> => {
  const decideBefore = daysAfter(dueOn, parameters.reviewPeriod.value)
  return {
    state: enter("review-due", { of, dueOn, decideBefore }),
    record: { kind: "review-fell-due", body: { of, decideBefore } },
  }
}

/** The next step that is due by this day, if there is one: the calendar brings it about, and no person. */
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
      return { state: enter("review-overdue", state.facts), record }
    }
    default:
      return undefined
  }
}

/** All steps that have fallen due since this state was stored, in order; a clock put back undoes no step. */
export const stepsDue = (state: RetentionState, on: Day): readonly Step<RetentionState>[] => {
  factsOf(state)
  const next = nextDue(state, on)
  return next === undefined ? [] : [next, ...stepsDue(next.state, on)]
}

/** The state on this day, whenever it was stored. */
export const stateOn = (state: RetentionState, on: Day): RetentionState => stepsDue(state, on).at(-1)?.state ?? state

const refused = (remedy: string): RuleViolation =>
  new RuleViolation({ rule: "retention-reviewed-after-two-years", remedy })

type Decision<S extends RetentionState> = Effect.fn.Return<Step<S>, NotGranted | RuleViolation, Team | CollectionWindow>

/** Keeps a day's responses longer: two people decide it within the review, with reasons and a new date, for two years at most. */
export const extend = Effect.fn("Custody.extend")(function* <const A extends ExtensionDraft>(
  capability: Capability<"extend-retention">,
  second: Capability<"extend-retention">,
  state: Retention<"review-due">,
  draft: A & LawfulExtension<A>,
): Decision<Retention<"extended">> {
  const on = yield* exercise(capability)
  yield* exercise(second)
  if (capability.person === second.person) return yield* refused("let a second supervisor confirm the extension")
  if (stateOn(state, on).state !== "review-due") return yield* refused("destroy the data: its review is overdue")
  const read = readExtension(draft)
  if (Result.isFailure(read))
    return yield* refused("say in words why it is necessary and proportionate, and until when")
  const { necessity, proportionality, until } = read.success
  const { of, dueOn } = state.facts
  // A clock put back must not set the new date before the old one.
  if (until <= on || until <= dueOn || until > yearsAfter(on, parameters.retention.value))
    return yield* refused(`give a new date after today and within ${parameters.retention.value} years`)
  const by = { by: capability.role, first: digestOf(capability.person), second: digestOf(second.person) }
  const reasons = { necessity: digestOf(necessity), proportionality: digestOf(proportionality) }
  return {
    state: enter("extended", { of, dueOn, ...read.success }),
    record: { kind: "retention-extended", body: { of, until, ...reasons, ...by } },
  }
})

const destroyed = (
  of: Day,
  by: Retention<"destroyed">["facts"]["certificate"]["by"],
  on: Day,
  { scan, host }: Erased,
): Step<Retention<"destroyed">> => ({
  state: enter("destroyed", { of, certificate: { on, by, scan, host } }),
  record: { kind: "data-destroyed", body: { of, on, by, residueScan: scan } },
})

const supervisorNamed = (role: Role) => supervisors.find((supervisor) => supervisor === role)

const isErasedOn = (of: Day, erased: Erased): boolean => isErased(erased) && erased.of === of

/** Two supervisors decide that keeping is no longer necessary or proportionate; the ledger has it before anything is removed. */
export const decideDestruction = Effect.fn("Custody.decideDestruction")(function* (
  capability: Capability<"destroy-data">,
  second: Capability<"destroy-data">,
  state: Retention<"review-due"> | Retention<"extended">,
): Effect.fn.Return<DecisionRecord, NotGranted | RuleViolation, Team | CollectionWindow> {
  const on = yield* exercise(capability)
  yield* exercise(second)
  const { of } = factsOf(state)
  const { role, person } = capability
  if (person === second.person) return yield* refused("let a second supervisor confirm the destruction")
  const body = { of, on, by: role, first: digestOf(person), second: digestOf(second.person) }
  return { kind: "destruction-decided", body }
})

/** Ends what two supervisors decided, once a scan shows that nothing is left. */
export const destroy = Effect.fn("Custody.destroy")(function* (
  capability: Capability<"destroy-data">,
  second: Capability<"destroy-data">,
  state: Retention<"review-due"> | Retention<"extended">,
  erased: Erased,
): Decision<Retention<"destroyed">> {
  const on = yield* exercise(capability)
  yield* exercise(second)
  if (capability.person === second.person) return yield* refused("let a second supervisor confirm the destruction")
  const by = supervisorNamed(capability.role)
  const { of } = factsOf(state)
  if (by === undefined || !isErasedOn(of, erased)) return yield* notErased
  return destroyed(of, by, on, erased)
})

/** A review that was not decided in time ends in destruction, without anyone asking for it. */
export const destroyOverdue = Effect.fn("Custody.destroyOverdue")(function* (
  state: Retention<"review-overdue">,
  erased: Erased,
): Effect.fn.Return<Step<Retention<"destroyed">>, RuleViolation> {
  const { of } = factsOf(state)
  if (!isErasedOn(of, erased)) return yield* notErased
  return destroyed(of, "clock", yield* today, erased)
})
