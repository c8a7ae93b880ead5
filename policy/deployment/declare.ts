/** Makes a declaration: by a person on the list whose role may, dated by the clock, and never against another in force. */
import { Effect, Result, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import { type PersonId, Team } from "../capability/member.ts"
import { NotGranted } from "../capability/standing.ts"
import type { Day } from "../civil-day.ts"
import type { CollectionState } from "../custody/collection.ts"
import { everyHelpLine } from "../data/help-lines.ts"
import type { LawConfirmation } from "../dpia/law/confirmation.ts"
import { lawEntries } from "../dpia/law/entries.ts"
import { Advice, type NotWaivable, type WaiverDraft } from "../dpia/sign-off.ts"
import type { Step } from "../record/step.ts"
import type { CollectionWindow, Window } from "../window.ts"
import { Declarable, type Declaration, type Declared, type Draft, declarationId, subjectOf } from "./declaration.ts"
import { inForce, latest } from "./in-force.ts"
import { type DeclaringPower, powerToDeclare } from "./may-declare.ts"

/** Names the fault, states that nothing was recorded, and gives the remedy; never repeats a text. */
export class DeclarationRefused extends Schema.TaggedError<DeclarationRefused>()("DeclarationRefused", {
  because: Schema.String,
  remedy: Schema.String,
}) {
  override get message() {
    return `${this.because} Nothing was recorded. ${this.remedy}`
  }
}

type Fault = readonly [because: string, remedy: string]

const refuse = (...[because, remedy]: Fault) => Effect.fail(new DeclarationRefused({ because, remedy }))

/** What was declared before, and how far the collection has come. */
export interface Before {
  readonly declared: readonly Declared[]
  readonly collection: CollectionState["state"]
}

/** The compiler refuses a finding that cannot be waived, in the rule's name. */
export const draftWaiver = (value: WaiverDraft | NotWaivable): Draft => ({ kind: "waiver", value })

const decode = Schema.decodeUnknownResult(Declarable, { onExcessProperty: "error" })
const decodeAdvice = Schema.decodeUnknownResult(Advice, { onExcessProperty: "error" })

const longestSentence = 160

/** The innermost sentence of the schema's own report, without the value; a list of every known name is too long for one. */
const sentenceOf = ({ message }: Schema.SchemaError): string => {
  const [first = ""] = message.replace(/,? got .*$/s, "").split("\n")
  if (first.length > longestSentence) return "It names something that does not exist."
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}.`
}

const onTheList = Effect.fnUntraced(function* (persons: readonly PersonId[], day: Day) {
  const members = yield* (yield* Team).members
  const isOn = (person: PersonId) =>
    members.some((each) => each.person === person && each.from <= day && day <= each.until)
  return persons.every(isOn)
})

const isStarted = ({ collection }: Before): boolean => collection !== "not-open"

/** An open collection keeps its first day, and may only end sooner. */
const windowFault = (value: Window, before: Before, day: Day): Fault | undefined => {
  const { window } = inForce(before.declared)
  const isOpen = isStarted(before) || (window !== undefined && window.opens <= day)
  if (window === undefined || !isOpen)
    return value.opens < day
      ? ["The window opens on a day that is over.", "Give a first day from today on."]
      : undefined
  if (value.closes < day) return ["The window closes on a day that is over.", "Give a last day from today on."] as const
  return value.opens !== window.opens || value.closes > window.closes
    ? [
        `The collection has opened with the window ${window.opens} to ${window.closes}.`,
        "While it is open, declare only an earlier last day.",
      ]
    : undefined
}

/** A number that the pages do not show was rung in vain. */
const helpLineFault = (value: Extract<Declaration, { kind: "contact" }>["value"]): Fault | undefined => {
  const line = everyHelpLine.find(({ id }) => id === value.of)
  return line === undefined || value.contact.phone === line.number
    ? undefined
    : [`The pages show ${line.number} for ${line.name}, not this number.`, "Ring the number that the pages show."]
}

/** Confirmed is what the register states now. */
const lawFault = ({ entry, text }: LawConfirmation): Fault | undefined =>
  lawEntries.some((each) => each.id === entry && each.text === text)
    ? undefined
    : ["The register of the law has no such entry with this text.", "Name an entry as the report lists it."]

const faultOf = Effect.fnUntraced(function* (
  { kind, value }: Declaration,
  before: Before,
  day: Day,
): Effect.fn.Return<Fault | undefined, never, Team> {
  if (kind === "window") return windowFault(value, before, day)
  if (kind === "contact") return helpLineFault(value)
  if (kind === "law") return lawFault(value)
  if (kind === "waiver")
    return (yield* onTheList([value.owner, value.askedBy], day))
      ? undefined
      : ["The owner or the person who asks is not on the list.", "Add them first: ask -- team add"]
  if (kind !== "answer") return undefined
  const advice = latest(before.declared).find(({ id }) => id === value.to)?.declaration
  if (advice?.kind !== "advice")
    return ["There is no advice in force to answer.", "Record the advice first: ask -- declare advice"]
  const { to: _, ...answer } = value
  const answered = decodeAdvice({ ...advice.value, answer })
  return Result.isFailure(answered)
    ? ["The answer comes from the person who advised.", "Let another person answer the advice."]
    : undefined
})

export const declare = Effect.fn("Declaration.declare")(function* (
  may: Capability<DeclaringPower>,
  draft: Draft,
  before: Before,
): Effect.fn.Return<Step<Declared>, NotGranted | DeclarationRefused, Team | CollectionWindow> {
  const on = yield* exercise(may)
  const { person: by, role } = may
  const read = decode({ kind: draft.kind, value: { ...draft.value, by, role, on } })
  if (Result.isFailure(read)) return yield* refuse(sentenceOf(read.failure), "Correct it, then record it.")
  const declaration = read.success
  const power = powerToDeclare(declaration)
  if (may.power !== power)
    return yield* new NotGranted({ rule: "evidence-team-only", power, because: "not-for-this-role" })
  const fault = yield* faultOf(declaration, before, on)
  if (fault !== undefined) return yield* refuse(...fault)
  const place = before.declared.length + 1
  const id = declarationId(place, declaration)
  const body = { declaration: id, of: declaration.kind, by: role, on }
  return { state: { place, id, declaration }, record: { kind: "declaration-made", body } }
})

/** The declaration of this number, while it counts. */
export const findInForce = (place: number, { declared }: Before): Effect.Effect<Declared, DeclarationRefused> => {
  const found = latest(declared).find((each) => each.place === place)
  return found === undefined
    ? refuse(`No declaration ${place} is in force.`, "Take a number from the list: ask -- declare")
    : Effect.succeed(found)
}

/** An open collection keeps its window. */
export const withdraw = Effect.fn("Declaration.withdraw")(function* (
  may: Capability<DeclaringPower>,
  { declaration, ...found }: Declared,
  before: Before,
): Effect.fn.Return<Step<Declared>, NotGranted | DeclarationRefused, Team | CollectionWindow> {
  const on = yield* exercise(may)
  const power = powerToDeclare(declaration)
  if (may.power !== power)
    return yield* new NotGranted({ rule: "evidence-team-only", power, because: "not-for-this-role" })
  if (declaration.kind === "window" && (isStarted(before) || declaration.value.opens <= on))
    return yield* refuse("The collection has opened.", "Declare an earlier last day instead: ask -- declare window")
  return {
    state: { ...found, declaration, withdrawnOn: on },
    record: { kind: "declaration-withdrawn", body: { declaration: found.id, by: may.role, on } },
  }
})

/** For lists: what it is and what it is about. */
export const declarationName = (declaration: Declaration): string => {
  const subject = subjectOf(declaration)
  return subject === declaration.kind ? subject : `${declaration.kind} ${subject}`
}
