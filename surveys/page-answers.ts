/** Reads one page's posted fields into answers: the same for a browser's form data and a script-less post. */
import { dontKnow, preferNotToSay, type WireAnswer, type WireAnswers } from "../policy/data/answer.ts"
import { cleanWords } from "./clean-words.ts"
import type { DisplayQuestion } from "./display-form.ts"

/** Field names: `q.<key>` what was chosen, `q.<key>.<row>` one row of a grid, `text.<key>` words, `own.<key>` words for the option "other". */
export type Fields = ReadonlyArray<readonly [name: string, value: string]>

const declined = (chosen: readonly string[]): string | undefined =>
  [preferNotToSay, dontKnow].find((each) => chosen.includes(each))

const valuesOf = (name: string, fields: Fields): readonly string[] =>
  fields.filter(([each]) => each === name).map(([, value]) => value)

const wordsIn = (name: string, fields: Fields): string => cleanWords(valuesOf(name, fields).join("\n"))

export const ownOptionOf = ({ options }: DisplayQuestion): string | undefined =>
  options?.find((option) => option.own)?.key

/** The words next to "other", or else those in the question's own box, cleaned. */
export const ownWords = (question: string, fields: Fields): string =>
  wordsIn(`own.${question}`, fields) || wordsIn(`text.${question}`, fields)

/** Whether the page asked a child to look again at this answer. */
export const isLookedAt = (question: string, fields: Fields): boolean =>
  valuesOf(`looked.${question}`, fields).length > 0

/** A postcode is never drawn again: its empty box erases nothing, unless the child was asked to look at it. */
const isKept = ({ key, kind }: DisplayQuestion, before: WireAnswer | undefined, fields: Fields): boolean =>
  kind === "postcode" && typeof before === "object" && "postcode" in before && !isLookedAt(key, fields)

/** `undefined` is a blank. Declining the question outweighs anything else left on the page. */
const answerTo = (question: DisplayQuestion, fields: Fields): WireAnswer | undefined => {
  const chosen = valuesOf(`q.${question.key}`, fields)
  const refusal = declined(chosen)
  if (refusal !== undefined) return refusal
  const words = wordsIn(`text.${question.key}`, fields)
  const ownOption = ownOptionOf(question)
  const own = ownOption === undefined ? "" : ownWords(question.key, fields)
  const withOwn = (key: string) => (key === ownOption && own ? { other: own } : key)
  switch (question.kind) {
    case "text":
      return words ? { text: words } : undefined
    case "postcode":
      return words ? { postcode: words } : undefined
    case "grid": {
      const rows = (question.rows ?? []).flatMap(({ key }) => {
        const value = valuesOf(`q.${question.key}.${key}`, fields).at(-1)
        return value === undefined ? [] : [[key, value] as const]
      })
      return rows.length > 0 ? Object.fromEntries(rows) : undefined
    }
    case "choices": {
      const keys = own && ownOption && !chosen.includes(ownOption) ? [...chosen, ownOption] : chosen
      return keys.length > 0 ? [...new Set(keys)].map(withOwn) : undefined
    }
    default: {
      const key = chosen.at(-1) ?? (own ? ownOption : undefined)
      return key === undefined ? undefined : withOwn(key)
    }
  }
}

/** The page's answers by question key; blanks are left out. */
export const pageAnswers = (
  questions: readonly DisplayQuestion[],
  fields: Fields,
): Readonly<Record<string, WireAnswer>> =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answerTo(question, fields)
      return answer === undefined ? [] : [[question.key, answer] as const]
    }),
  )

const rowsOf = (answer: WireAnswer | undefined): Readonly<Record<string, string>> =>
  answer instanceof Object && !Array.isArray(answer) ? (answer as Readonly<Record<string, string>>) : {}

/** The rows of a grid that another page asks about keep their answers. */
const withOtherRows = (
  { rows = [] }: DisplayQuestion,
  given: WireAnswer | undefined,
  before: WireAnswer | undefined,
): WireAnswer | undefined => {
  const others = Object.entries(rowsOf(before)).filter(([row]) => rows.every(({ key }) => key !== row))
  const all = { ...Object.fromEntries(others), ...rowsOf(given) }
  return Object.keys(all).length > 0 ? all : undefined
}

/** All answers once a page was left: what it gives replaces what was given there before. */
export const answersAfter = (
  before: WireAnswers,
  questions: readonly DisplayQuestion[],
  fields: Fields,
): WireAnswers => {
  const here = questions.map(({ key }) => key)
  const given = pageAnswers(questions, fields)
  const replaced = questions.flatMap((question) => {
    const answer = given[question.key]
    const earlier = before[question.key]
    const all =
      question.kind === "grid"
        ? withOtherRows(question, answer, earlier)
        : (answer ?? (isKept(question, earlier, fields) ? earlier : undefined))
    return all === undefined ? [] : [[question.key, all] as const]
  })
  return {
    ...Object.fromEntries(Object.entries(before).filter(([key]) => !here.includes(key))),
    ...Object.fromEntries(replaced),
  }
}

/** Of all answers, those that a page draws as chosen. */
export const answersOn = (questions: readonly DisplayQuestion[], answers: WireAnswers): WireAnswers =>
  Object.fromEntries(
    questions.flatMap(({ key, kind, rows = [] }) => {
      const answer = answers[key]
      const onPage = Object.entries(rowsOf(answer)).filter(([row]) => rows.some((each) => each.key === row))
      const drawn = kind === "grid" ? (onPage.length > 0 ? Object.fromEntries(onPage) : undefined) : answer
      return drawn === undefined ? [] : [[key, drawn] as const]
    }),
  )
