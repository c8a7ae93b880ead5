/** The door: what comes in unknown leaves `Admitted` through every rule, or is refused with a reason and leaves nothing. */
import { Effect, Result, type SchemaIssue } from "effect"
import type { KeptAnswer, KeptAnswers, WireAnswer, WireAnswers } from "./data/answer.ts"
import { dontKnow, notAnswered, preferNotToSay } from "./data/answer.ts"
import type { Form } from "./data/form.ts"
import { notInThisList } from "./data/register.ts"
import { isWithheld } from "./data/withheld.ts"
import { decoderOf } from "./decoder.ts"
import { homePostcode } from "./postcode.ts"
import { type NotUnderstood, notUnderstood, questionNotUnderstood } from "./refusal.ts"
import { type RegisterName, Registers } from "./register.ts"
import type { RuleViolation } from "./rule.ts"
import { postcodeGate } from "./rules/no-postcode-in-secure-settings.ts"
import { schoolGate } from "./rules/no-school-in-secure-settings.ts"
import type { Admitted, PostcodeGiven } from "./stage.ts"
import { type CollectionWindow, openToday, type WindowClosed } from "./window.ts"

export type Refusal = NotUnderstood | RuleViolation | WindowClosed

const firstPath = (issue: SchemaIssue.Issue): PropertyKey | undefined => {
  if (issue._tag === "Pointer") return issue.path[0]
  if (issue._tag === "Composite" || issue._tag === "AnyOf") return issue.issues.map(firstPath).find(Boolean)
  if (issue._tag === "Filter" || issue._tag === "Encoding") return firstPath(issue.issue)
  return undefined
}

const decode = (form: Form, input: unknown): Effect.Effect<WireAnswers, NotUnderstood> => {
  const decoded = decoderOf(form)(input)
  return Result.isSuccess(decoded)
    ? Effect.succeed(decoded.success)
    : Effect.fail(notUnderstood(form, firstPath(decoded.failure.issue)))
}

const registerOf: Partial<Record<string, RegisterName>> = { school: "school", council: "council" }

/** What may be said in place of a school or a council. */
const unregistered: readonly string[] = [preferNotToSay, dontKnow, notInThisList]

/** Fails when a school or council is in no register. */
const registerGate = Effect.fnUntraced(function* (form: Form, answers: WireAnswers) {
  const registers = yield* Registers
  const questions = form.pages.flatMap((page) => page.questions)
  const unlisted = questions.find(({ key, kind }) => {
    const register = registerOf[kind]
    const code = answers[key]
    if (register === undefined || typeof code !== "string" || unregistered.includes(code)) return false
    return !registers.isListed(register, code)
  })
  if (unlisted) return yield* questionNotUnderstood(unlisted)
})

const hasPostcode = (answer: WireAnswer): answer is { readonly postcode: string } =>
  typeof answer === "object" && "postcode" in answer

const postcodeGiven = (answer: WireAnswer | undefined): PostcodeGiven => {
  if (answer === undefined) return notAnswered
  if (hasPostcode(answer)) return homePostcode(answer.postcode)
  return answer === preferNotToSay ? preferNotToSay : dontKnow
}

/** Every question that was asked is kept, if only as *not answered*; the postcode is set apart and is no answer. */
const keep = (form: Form, answers: WireAnswers) => {
  const questions = form.pages.flatMap((page) => page.questions)
  const withheld = isWithheld(questions, answers)
  const kept: Record<string, KeptAnswer> = {}
  let postcode: PostcodeGiven = "not-asked"
  for (const question of questions) {
    if (withheld(question)) continue
    const answer = answers[question.key]
    if (question.kind === "postcode") postcode = postcodeGiven(answer)
    else kept[question.key] = answer === undefined || hasPostcode(answer) ? notAnswered : answer
  }
  return { answers: kept satisfies KeptAnswers, postcode }
}

/** Makes `Admitted`; the only function that does. */
export const admit = Effect.fnUntraced(function* (
  form: Form,
  input: unknown,
): Effect.fn.Return<Admitted, Refusal, CollectionWindow | Registers> {
  const receivedOn = yield* openToday
  const answers = yield* decode(form, input)
  yield* postcodeGate(form, answers)
  yield* schoolGate(form, answers)
  yield* registerGate(form, answers)
  const admitted: Pick<Admitted, "form" | "receivedOn" | "answers" | "postcode"> = {
    form: form.id,
    receivedOn,
    ...keep(form, answers),
  }
  return admitted as Admitted
})
