/** What the children of these tests answer: every kind of question, each way of not answering, and what must be kept of it. */
import {
  dontKnow,
  notAnswered,
  preferNotToSay,
  type WireAnswer,
  type WireAnswers,
} from "../../../policy/data/answer.ts"
import type { Form } from "../../../policy/data/form.ts"
import type { FormId } from "../../../policy/data/form-id.ts"
import { type DisplayForm, type DisplayQuestion, displayForm } from "../../../surveys/display-form.ts"
import { formOf } from "../../../surveys/forms.ts"
import { journey } from "../../../surveys/journey.ts"

/** In the made-up geography, in no other text of these tests, and written as a child might. */
export const postcodeGiven = "zz3 4de"
export const schoolGiven = { code: "900006", words: "fernb aca" }
export const councilGiven = { code: "E09999903", words: "fernbridge" }
export const own = "A kind neighbour"
export const written = "More parks, and “quiet” places & time < 1 hour away"

export const askedForm = (id: FormId): DisplayForm => displayForm(formOf(id))

/** The questions of a form: a grid has all its rows again, which its pages ask about one by one. */
export const questionsOf = (form: DisplayForm): readonly DisplayQuestion[] => {
  const known = new Map<string, DisplayQuestion>()
  for (const question of form.pages.flatMap(({ questions }) => questions)) {
    const rows = [...(known.get(question.key)?.rows ?? []), ...(question.rows ?? [])]
    known.set(question.key, question.rows ? { ...question, rows } : question)
  }
  return [...known.values()]
}

const keysOf = ({ options = [] }: DisplayQuestion): readonly string[] => options.map(({ key }) => key)

/** The second row is declined and the last is left blank. */
const rows = ({ rows = [], ...question }: DisplayQuestion): WireAnswer =>
  Object.fromEntries(
    rows.slice(0, -1).map(({ key }, index) => {
      const options = keysOf(question)
      return [key, index === 1 ? preferNotToSay : (options[index % options.length] ?? "")]
    }),
  )

/** The turn is how many of the kind came before: no two alike, and some left blank. */
const answerTo = (question: DisplayQuestion, turn: number): WireAnswer | undefined => {
  const options = keysOf(question)
  switch (question.kind) {
    case "grid":
      return rows(question)
    case "text":
      return turn % 2 === 0 ? { text: written } : undefined
    case "postcode":
      return { postcode: postcodeGiven }
    case "school":
      return schoolGiven.code
    case "council":
      return councilGiven.code
    case "choices": {
      if (question.options?.some((option) => option.own)) return [options[1] ?? "", { other: own }]
      return [options.slice(1, 3), preferNotToSay, options.slice(0, 2), dontKnow][turn % 4]
    }
    default:
      if (question.characteristic === "setting") return "with-parents"
      return turn === 0 && question.dontKnow ? dontKnow : options.at(turn % options.length)
  }
}

/** One form leaves the postcode blank, so that the page of the council is in sight too. */
const isPostcodeBlank = (form: DisplayForm): boolean => form.id === "easy-read-9-12"

export const everyKindGiven = (form: DisplayForm): WireAnswers => {
  const turns = new Map<string, number>()
  return Object.fromEntries(
    questionsOf(form).flatMap((question) => {
      const turn = turns.get(question.kind) ?? 0
      turns.set(question.kind, turn + 1)
      const answer = question.kind === "postcode" && isPostcodeBlank(form) ? undefined : answerTo(question, turn)
      return answer === undefined ? [] : [[question.key, answer]]
    }),
  )
}

export const optedOut = (form: DisplayForm): WireAnswers =>
  Object.fromEntries(
    questionsOf(form).map(({ key, rows }) => [
      key,
      rows ? Object.fromEntries(rows.map((row) => [row.key, preferNotToSay])) : preferNotToSay,
    ]),
  )

/** Every question that was asked, but for the postcode; a blank is an answer of its own. */
export const keptOf = (
  form: Pick<Form, "pages"> | DisplayForm,
  given: WireAnswers,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    journey(form as DisplayForm, given)
      .pages.flatMap(({ questions }) => questions)
      .filter(({ kind }) => kind !== "postcode")
      .map(({ key }) => [key, given[key] ?? notAnswered]),
  )
