/** What the children of these tests answer: every kind of question, each way of not answering, and what must be kept of it. */
import { dontKnow, notAnswered, preferNotToSay, type WireAnswer, type WireAnswers } from "../../policy/data/answer.ts"
import type { Form } from "../../policy/data/form.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import { type AskedForm, type AskedQuestion, asked } from "../../surveys/asked.ts"
import { formOf } from "../../surveys/forms.ts"
import { journey } from "../../surveys/journey.ts"

/** In the made-up geography, in no other text of these tests, and written as a child might. */
export const postcodeGiven = "zz3 4de"
export const schoolGiven = { code: "900006", words: "fernb aca" }
export const councilGiven = { code: "E09999903", words: "fernbridge" }
export const own = "A kind neighbour"
export const written = "More parks, and “quiet” places & time < 1 hour away"

export const askedForm = (id: FormId): AskedForm => asked(formOf(id))

const keysOf = ({ options = [] }: AskedQuestion): readonly string[] => options.map(({ key }) => key)

/** The second row is declined and the last is left blank. */
const rows = ({ rows = [], ...question }: AskedQuestion): WireAnswer =>
  Object.fromEntries(
    rows.slice(0, -1).map(({ key }, index) => {
      const options = keysOf(question)
      return [key, index === 1 ? preferNotToSay : (options[index % options.length] ?? "")]
    }),
  )

/** The turn is how many of the kind came before: no two alike, and some left blank. */
const answerTo = (question: AskedQuestion, turn: number): WireAnswer | undefined => {
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

export const everyKindGiven = (form: AskedForm): WireAnswers => {
  const turns = new Map<string, number>()
  return Object.fromEntries(
    form.pages
      .flatMap(({ questions }) => questions)
      .flatMap((question) => {
        const turn = turns.get(question.kind) ?? 0
        turns.set(question.kind, turn + 1)
        const answer = answerTo(question, turn)
        return answer === undefined ? [] : [[question.key, answer]]
      }),
  )
}

export const optedOut = (form: AskedForm): WireAnswers =>
  Object.fromEntries(form.pages.flatMap(({ questions }) => questions).map(({ key }) => [key, preferNotToSay]))

/** Every question that was asked, but for the postcode; a blank is an answer of its own. */
export const keptOf = (form: Pick<Form, "pages"> | AskedForm, given: WireAnswers): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    journey(form as AskedForm, given)
      .stops.flatMap(({ questions }) => questions)
      .filter(({ kind }) => kind !== "postcode")
      .map(({ key }) => [key, given[key] ?? notAnswered]),
  )
