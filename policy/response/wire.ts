/** Builds the decoder of a form's answers as they are sent: its questions and no other key, its options and no other value. */
import { Schema } from "effect"
import { dontKnow, preferNotToSay } from "../data/answer.ts"
import type { Form } from "../data/form.ts"
import type { Option, Question } from "../data/question.ts"
import { notInThisList, registerCode } from "../data/register.ts"
import { parameters } from "../parameters.ts"

/** Line breaks ("\n" alone, so that each counts once) and tabs are allowed; other control characters and broken surrogates are not. */
const control = /(?![\n\t])\p{Cc}/u

export const isReadable = (text: string): boolean => /\S/.test(text) && text.isWellFormed() && !control.test(text)

const words = (upTo: number) => Schema.String.check(Schema.isMaxLength(upTo), Schema.makeFilter(isReadable))

export const declined = (question: Question): readonly string[] =>
  "dontKnow" in question && question.dontKnow ? [preferNotToSay, dontKnow] : [preferNotToSay]

const other = Schema.Struct({ other: words(parameters.longestOwnWords.value) })

const keyOf = (chosen: string | object): string => (typeof chosen === "string" ? chosen : "other")

export const isUnique = (chosen: ReadonlyArray<string | object>): boolean =>
  new Set(chosen.map(keyOf)).size === chosen.length

/** No child both has nothing in the way and is bullied: such an answer is a slip, and would be counted twice. */
export const isConsistent = (options: readonly Option[]) => {
  const alone = new Set(options.flatMap(({ key, alone }) => (alone ? [key] : [])))
  return (chosen: ReadonlyArray<string | object>): boolean =>
    chosen.length === 1 || !chosen.some((each) => typeof each === "string" && alone.has(each))
}

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
        Schema.makeFilter(isConsistent(question.options)),
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
        Schema.String.check(Schema.isPattern(registerCode)),
      ])
  }
}

/** The answers of one form. Every key is optional, because a question left blank is not sent. */
export const answersOf = (form: Pick<Form, "pages">) =>
  Schema.Struct(
    Object.fromEntries(
      form.pages.flatMap((page) =>
        page.questions.map((question) => [question.key, Schema.optionalKey(answerTo(question))] as const),
      ),
    ),
  )
