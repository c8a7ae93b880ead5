/** Makes `Unsealed`: decodes an opened response again, and refuses one that its form could not have admitted. */
import { Effect, Result, Schema } from "effect"
import type { Day } from "../civil-day.ts"
import { type KeptAnswers, notAnswered, type WireAnswers } from "../data/answer.ts"
import { skippedBy } from "../data/asked-when.ts"
import type { Form } from "../data/form.ts"
import { formIds } from "../data/form-id.ts"
import { type Geography, geographyStates } from "../data/geography.ts"
import { decoderOf } from "./decoder.ts"
import type { Unsealed } from "./stage.ts"

/** It has no field that could hold an answer. */
export class FormMismatch extends Schema.TaggedError<FormMismatch>()("FormMismatch", {
  form: Schema.Literals(formIds),
  day: Schema.String,
}) {
  override get message() {
    return `A response of ${this.day} decrypts but does not match form ${this.form}. It was not transferred: run the version of the code that collected it.`
  }
}

const code = (pattern: RegExp) => Schema.String.check(Schema.isPattern(pattern))
const authority = { localAuthority: code(/^E\d{8}$/), region: code(/^E12\d{6}$/) }
const decile = { imdDecile: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 10 })) }

const Opened = Schema.Struct({
  form: Schema.Literals(formIds),
  answers: Schema.Record(Schema.String, Schema.Unknown),
  geography: Schema.Union([
    Schema.Literals(geographyStates),
    Schema.Struct({ ...authority, ...decile, lsoa: code(/^E01\d{6}$/) }),
    Schema.Struct({ ...authority, ...decile }),
    Schema.Struct(authority),
  ]),
})

const readOpened = Schema.decodeUnknownResult(Opened, { onExcessProperty: "error" })

const withoutBlanks = (answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== notAnswered))

/** A postcode that was given is gone, and with it whether it had the shape that leaves the next question out. */
const isPostcodeGiven = (geography: Geography): boolean =>
  typeof geography === "object" || geography === "unmatched" || geography === "outside-england"

/** Whether it has a value for each question that was asked, if only *not answered*, and for no other. */
const isComplete = (form: Form, { answers, geography }: typeof Opened.Type): boolean => {
  const questions = form.pages.flatMap((page) => page.questions)
  const isSkipped = skippedBy(questions, answers as WireAnswers)
  const asked = questions.filter((question) => !isSkipped(question))
  const withAnswers = asked.filter(
    ({ key, kind, askedUnless }) =>
      kind !== "postcode" && (askedUnless === undefined || !isPostcodeGiven(geography) || Object.hasOwn(answers, key)),
  )
  const isPlaceAsked = asked.some(({ kind }) => kind === "postcode")
  return (
    isPlaceAsked === (geography !== "not-asked") &&
    withAnswers.length === Object.keys(answers).length &&
    withAnswers.every(({ key }) => Object.hasOwn(answers, key))
  )
}

/** The only function that makes `Unsealed`. */
export const reopen = (form: Form, day: Day, opened: unknown): Effect.Effect<Unsealed, FormMismatch> => {
  const mismatch = new FormMismatch({ form: form.id, day })
  const read = readOpened(opened)
  if (Result.isFailure(read) || read.success.form !== form.id || !isComplete(form, read.success))
    return Effect.fail(mismatch)
  const { answers, geography } = read.success
  if (Result.isFailure(decoderOf(form)(withoutBlanks(answers)))) return Effect.fail(mismatch)
  return Effect.succeed({ form: form.id, day, answers: answers as KeptAnswers, geography } as Unsealed)
}
