/** What may come over the wire for a form: its questions and no other key, its options and no other value. */
import { Schema } from "effect"
import { dontKnow, preferNotToSay } from "./data/answer.ts"
import type { Form } from "./data/form.ts"
import type { Question } from "./data/question.ts"
import { notInThisList } from "./data/register.ts"
import { parameters } from "./parameters.ts"

/** Line breaks and tabs are writing; other control characters and broken surrogates are not. */
const control = /(?![\n\r\t])\p{Cc}/u

const isWriting = (text: string): boolean => /\S/.test(text) && text.isWellFormed() && !control.test(text)

const words = (upTo: number) => Schema.String.check(Schema.isMaxLength(upTo), Schema.makeFilter(isWriting))

const declined = (question: Question): readonly string[] =>
  "dontKnow" in question && question.dontKnow ? [preferNotToSay, dontKnow] : [preferNotToSay]

const other = Schema.Struct({ other: words(parameters.longestOwnWords.value) })

const keyOf = (chosen: string | { readonly other: string }): string => (typeof chosen === "string" ? chosen : "other")

const isUnique = (chosen: ReadonlyArray<string | { readonly other: string }>): boolean =>
  new Set(chosen.map(keyOf)).size === chosen.length

const answerTo = (question: Question): Schema.Codec<unknown> => {
  const refusals = declined(question)
  switch (question.kind) {
    case "choice": {
      const keys = Schema.Literals([...question.options.map((option) => option.key), ...refusals])
      return question.options.some((option) => option.own) ? Schema.Union([keys, other]) : keys
    }
    case "choices": {
      const keys = Schema.Literals(question.options.map((option) => option.key))
      const each = question.options.some((option) => option.own) ? Schema.Union([keys, other]) : keys
      const chosen = Schema.Array(each).check(
        Schema.isMinLength(1),
        Schema.isMaxLength(question.upTo),
        Schema.makeFilter(isUnique),
      )
      return Schema.Union([Schema.Literals(refusals), chosen])
    }
    case "grid": {
      const value = Schema.Literals([...question.options.map((option) => option.key), ...refusals])
      const rows = Schema.Struct(Object.fromEntries(question.rows.map((row) => [row.key, Schema.optionalKey(value)])))
      const some = rows.check(Schema.makeFilter((given) => Object.keys(given).length > 0))
      return Schema.Union([Schema.Literals(refusals), some])
    }
    case "text":
      return Schema.Union([Schema.Literals(refusals), Schema.Struct({ text: words(question.upTo) })])
    case "postcode":
      return Schema.Union([
        Schema.Literals(refusals),
        Schema.Struct({ postcode: words(parameters.longestPostcode.value) }),
      ])
    default:
      return Schema.Union([
        Schema.Literals([...refusals, notInThisList]),
        Schema.String.check(Schema.isPattern(/^[A-Z0-9]{6,9}$/)),
      ])
  }
}

/** The answers of one form, every key optional: a question left blank is simply not there. */
export const answersOf = (form: Pick<Form, "pages">) =>
  Schema.Struct(
    Object.fromEntries(
      form.pages.flatMap((page) =>
        page.questions.map((question) => [question.key, Schema.optionalKey(answerTo(question))] as const),
      ),
    ),
  )
