/** Splits a question into the parts that tables count: itself, each row, or each option. Free text has no part. */
import { dontKnow, notAnswered, preferNotToSay } from "../../policy/data/answer.ts"
import type { Form } from "../../policy/data/form.ts"
import type { Question, RowDraft } from "../../policy/data/question.ts"
import { notInThisList } from "../../policy/data/register.ts"
import type { Category } from "./variable.ts"

export interface Part {
  readonly form: Form
  readonly question: Question
  readonly name: string
  readonly title: string
  readonly options: readonly Category[]
  /** The key of a kept answer; `undefined` for an answer that does not fit this question. */
  readonly read: (answer: unknown) => string | undefined
}

const chosen = { key: "chosen", words: "Chosen" }
const notChosen = { key: "not-chosen", words: "Not chosen" }
const inTheList = { key: "in-the-list", words: "Chosen from the list" }

const category = ({ key, words }: RowDraft): Category => ({ key, words })
const asKey = (answer: unknown): string | undefined => (typeof answer === "string" ? answer : undefined)

/** A kept answer leaves out the rows that were left blank. */
const ofRow = (answer: unknown, row: string): string | undefined => {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return asKey(answer)
  const given: unknown = Reflect.get(answer, row)
  return given === undefined ? notAnswered : asKey(given)
}

const ofOption = (answer: unknown, option: string, known: ReadonlySet<unknown>): string | undefined => {
  if (!Array.isArray(answer)) return asKey(answer)
  if (!answer.every((each) => known.has(each))) return undefined
  return answer.includes(option) ? chosen.key : notChosen.key
}

/** A characteristic is titled by its name, and any other question by its words. */
const titleOf = ({ characteristic, ask }: Question): string =>
  characteristic === undefined
    ? ask
    : `${characteristic.charAt(0).toUpperCase()}${characteristic.slice(1).replaceAll("-", " ")}`

export const partsOf = (form: Form, question: Question): readonly Part[] => {
  const { key: name, characteristic } = question
  const title = titleOf(question)
  const within = (words: string): string => (characteristic === undefined ? `${title} ${words}` : `${title}: ${words}`)
  const of = (part: Pick<Part, "options" | "read"> & Partial<Part>): Part => ({ form, question, name, title, ...part })
  switch (question.kind) {
    case "choice":
      return [of({ options: question.options.map(category), read: asKey })]
    case "choices": {
      const known = new Set<unknown>(question.options.map(({ key }) => key))
      return question.options.map(({ key, words }) =>
        of({
          name: `${name}.${key}`,
          title: within(words),
          options: [chosen, notChosen],
          read: (answer) => ofOption(answer, key, known),
        }),
      )
    }
    case "grid":
      return question.rows.map(({ key, words }) =>
        of({
          name: `${name}.${key}`,
          title: within(words),
          options: question.options.map(category),
          read: (answer) => ofRow(answer, key),
        }),
      )
    case "school":
    case "council": {
      // Which school or council it is would be finer than anything that may be published.
      const declined: readonly string[] = [notInThisList, preferNotToSay, dontKnow, notAnswered]
      const read = (answer: unknown): string | undefined =>
        typeof answer !== "string" || declined.includes(answer) ? asKey(answer) : inTheList.key
      return [of({ options: [inTheList, { key: notInThisList, words: question.notInList }], read })]
    }
    case "text":
    case "postcode":
      return []
  }
}
