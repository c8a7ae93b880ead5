/** Fills in one page as no careful child would: every kind of question, with words that were pasted from anywhere. */
import fc from "fast-check"
import { dontKnow, preferNotToSay } from "../../../policy/data/answer.ts"
import { notInThisList } from "../../../policy/data/register.ts"
import type { DisplayQuestion } from "../../../surveys/display-form.ts"
import type { Fields } from "../../../surveys/page-answers.ts"

/** Line breaks of every kind, invisible signs, halves of a character, and what a keyboard writes. */
const signs = [
  ...["a", "Z", "9", " ", "é", "Ж", "👩‍👧", "‘", "<", "\t", "\u00a0", "\ufeff", "\u200b", "\u202e"],
  ...["\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"],
  ...["\u0000", "\u0007", "\u0008", "\u001b", "\u001b[31m", "\u007f", "\u0090", "\ud83d", "\udc69", "\ufffd"],
]

const sign = fc.oneof(fc.constantFrom(...signs), fc.string({ unit: "binary", minLength: 1, maxLength: 3 }))

/** Often empty, sometimes close to the room that there is. */
const words = (upTo: number) =>
  fc.oneof(
    fc.constant(""),
    fc.array(sign, { maxLength: 12 }).map((all) => all.join("")),
    fc.tuple(sign, fc.nat({ max: upTo + 2 })).map(([each, length]) => each.repeat(length)),
    fc.integer({ min: -3, max: 3 }).chain((more) => fc.constant("a\n".repeat((upTo + more) / 2))),
  )

const field = (name: string, values: readonly string[]): Fields => values.map((value) => [name, value] as const)

const written = (name: string, text: fc.Arbitrary<string>): fc.Arbitrary<Fields> =>
  text.map((value) => [[name, value] as const])

const oneOf = (name: string, values: readonly string[]): fc.Arbitrary<Fields> =>
  fc
    .option(fc.constantFrom(...values), { nil: undefined })
    .map((value) => field(name, value === undefined ? [] : [value]))

/** What the page offers to choose; the codes are those of the made-up registers. */
const offeredBy = ({ kind, options = [], ...question }: DisplayQuestion): readonly string[] => [
  ...options.map(({ key }) => key),
  ...(kind === "school" ? ["900001", notInThisList] : []),
  ...(kind === "council" ? ["E09999901", notInThisList] : []),
  ...(question.dontKnow === undefined ? [] : [dontKnow]),
  preferNotToSay,
]

const chosen = (question: DisplayQuestion): fc.Arbitrary<Fields> => {
  const { key, kind, rows = [] } = question
  const offered = offeredBy(question)
  const declines = oneOf(`q.${key}`, [preferNotToSay])
  switch (kind) {
    case "text":
    case "postcode":
      return fc
        .tuple(
          written(`text.${key}`, words(question.upTo ?? 0)),
          fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, declines),
        )
        .map((parts) => parts.flat())
    case "grid":
      return fc
        .tuple(
          fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, declines),
          ...rows.map((row) => oneOf(`q.${key}.${row.key}`, offered)),
        )
        .map((parts) => parts.flat())
    case "choices":
      return fc.subarray([...offered]).map((keys) => field(`q.${key}`, keys))
    default:
      return oneOf(`q.${key}`, offered)
  }
}

const ofQuestion = (question: DisplayQuestion): fc.Arbitrary<Fields> =>
  fc
    .tuple(
      chosen(question),
      question.ownUpTo === undefined ? fc.constant([]) : written(`own.${question.key}`, words(question.ownUpTo)),
    )
    .map((parts) => parts.flat())

/** What a page of these questions could post; a browser without script writes each line break as "\r\n". */
export const awkwardPage = (questions: readonly DisplayQuestion[]): fc.Arbitrary<Fields> =>
  fc.tuple(...questions.map(ofQuestion)).map((parts) => parts.flat())

/** A page on which each question is declined: no note, and no answer from before. */
export const declinedPage = (questions: readonly DisplayQuestion[]): Fields =>
  questions.map(({ key }) => [`q.${key}`, preferNotToSay] as const)
