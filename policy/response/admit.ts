/** Admits a submission: unknown input becomes `Admitted` past every rule, or is refused with a reason and kept nowhere. */
import { Effect, Result, type SchemaIssue } from "effect"
import type { KeptAnswer, KeptAnswers, WireAnswer, WireAnswers } from "../data/answer.ts"
import { dontKnow, notAnswered, preferNotToSay } from "../data/answer.ts"
import { skippedBy } from "../data/asked-when.ts"
import type { Form } from "../data/form.ts"
import { notInThisList } from "../data/register.ts"
import type { RuleViolation } from "../rule-violation.ts"
import { type CollectionWindow, openToday, type WindowClosed } from "../window.ts"
import { decoderOf } from "./decoder.ts"
import { homePostcode } from "./postcode.ts"
import { type NotUnderstood, notUnderstood, questionNotUnderstood } from "./refusal.ts"
import { type RegisterName, Registers } from "./registers.ts"
import { withheldPlace, withheldSchool } from "./secure-settings.ts"
import type { Admitted, PostcodeAnswer } from "./stage.ts"

export type Refusal = NotUnderstood | RuleViolation | WindowClosed

const firstPath = (issue: SchemaIssue.Issue): PropertyKey | undefined => {
  if (issue._tag === "Pointer") return issue.path[0]
  if (issue._tag === "Composite" || issue._tag === "AnyOf") return issue.issues.map(firstPath).find(Boolean)
  if (issue._tag === "Filter" || issue._tag === "Encoding") return firstPath(issue.issue)
  return undefined
}

const decode = (form: Form, input: unknown): Effect.Effect<WireAnswers, NotUnderstood> => {
  const result = decoderOf(form)(input)
  return Result.isSuccess(result)
    ? Effect.succeed(result.success)
    : Effect.fail(notUnderstood(form, firstPath(result.failure.issue)))
}

const registerOf: Partial<Record<string, RegisterName>> = { school: "school", council: "council" }

/** The answers other than a school or a council that these questions accept. */
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

const postcodeAnswer = (answer: WireAnswer | undefined): PostcodeAnswer => {
  if (answer === undefined) return notAnswered
  if (hasPostcode(answer)) return homePostcode(answer.postcode)
  return answer === preferNotToSay ? preferNotToSay : dontKnow
}

/** Gives every question that was asked a value, *not answered* if need be; the postcode is kept apart and is no answer. */
const separatePostcode = (form: Form, wire: WireAnswers) => {
  const questions = form.pages.flatMap((page) => page.questions)
  const isSkipped = skippedBy(questions, wire)
  const answers: Record<string, KeptAnswer> = {}
  let postcode: PostcodeAnswer = "not-asked"
  for (const question of questions) {
    if (isSkipped(question)) continue
    const answer = wire[question.key]
    if (question.kind === "postcode") postcode = postcodeAnswer(answer)
    else answers[question.key] = answer === undefined || hasPostcode(answer) ? notAnswered : answer
  }
  return { answers: answers satisfies KeptAnswers, postcode }
}

/** The only function that makes `Admitted`. */
export const admit = Effect.fnUntraced(function* (
  form: Form,
  input: unknown,
): Effect.fn.Return<Admitted, Refusal, CollectionWindow | Registers> {
  const receivedOn = yield* openToday
  const answers = yield* decode(form, input)
  yield* withheldPlace.gate(form, answers)
  yield* withheldSchool.gate(form, answers)
  yield* registerGate(form, answers)
  const admitted: Pick<Admitted, "form" | "receivedOn" | "answers" | "postcode"> = {
    form: form.id,
    receivedOn,
    ...separatePostcode(form, answers),
  }
  return admitted as Admitted
})
