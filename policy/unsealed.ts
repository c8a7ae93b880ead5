/** Makes `Unsealed`: what was opened is read anew, and what could not have come through the door of its day is refused. */
import { Effect, Result, Schema } from "effect"
import type { Day } from "./civil-day.ts"
import { type KeptAnswers, notAnswered, type WireAnswers } from "./data/answer.ts"
import type { Form } from "./data/form.ts"
import { formIds } from "./data/form-id.ts"
import { geographyStates } from "./data/geography.ts"
import { isWithheld } from "./data/withheld.ts"
import { decoderOf } from "./decoder.ts"
import type { Unsealed } from "./stage.ts"

/** It has no field that could hold an answer. */
export class NotOfTheForm extends Schema.TaggedError<NotOfTheForm>()("NotOfTheForm", {
  form: Schema.Literals(formIds),
  day: Schema.String,
}) {
  override get message() {
    return `A response of ${this.day} opens, and is none that form ${this.form} can have: run the version of the code that took it.`
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

const answered = (answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== notAnswered))

/** Whether every question that was asked is kept, if only as *not answered*, and none that was not. */
const isWhole = (form: Form, { answers, geography }: typeof Opened.Type): boolean => {
  const questions = form.pages.flatMap((page) => page.questions)
  const withheld = isWithheld(questions, answers as WireAnswers)
  const asked = questions.filter((question) => !withheld(question))
  const kept = asked.filter(({ kind }) => kind !== "postcode")
  const isPlaceAsked = asked.length > kept.length
  return (
    isPlaceAsked === (geography !== "not-asked") &&
    kept.length === Object.keys(answers).length &&
    kept.every(({ key }) => Object.hasOwn(answers, key))
  )
}

/** The only function that makes one. */
export const unsealed = (form: Form, day: Day, opened: unknown): Effect.Effect<Unsealed, NotOfTheForm> => {
  const refusal = new NotOfTheForm({ form: form.id, day })
  const read = readOpened(opened)
  if (Result.isFailure(read) || read.success.form !== form.id || !isWhole(form, read.success))
    return Effect.fail(refusal)
  const { answers, geography } = read.success
  if (Result.isFailure(decoderOf(form)(answered(answers)))) return Effect.fail(refusal)
  return Effect.succeed({ form: form.id, day, answers: answers as KeptAnswers, geography } as Unsealed)
}
