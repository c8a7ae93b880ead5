/** What to say kindly of a page before going on; found the same way in the browser and on the server. */
import type { WireAnswers } from "../policy/data/answer.ts"
import type { AskedQuestion } from "./asked.ts"
import type { Fields } from "./page-answers.ts"

/** It names the question and never repeats what was written. */
export type PageNote =
  | { readonly kind: "too-many"; readonly question: string; readonly upTo: number }
  | { readonly kind: "too-long"; readonly question: string; readonly upTo: number }
  | { readonly kind: "own-words-without-other"; readonly question: string }

const noteOn = (question: AskedQuestion, answers: WireAnswers, fields: Fields): PageNote | undefined => {
  const { key, upTo, ownUpTo = 0 } = question
  const answer = answers[key]
  const own = fields.find(([name]) => name === `own.${key}`)?.[1].trim() ?? ""
  const ownOption = question.options?.find((option) => option.own)?.key
  if (own.length > ownUpTo) return { kind: "too-long", question: key, upTo: ownUpTo }
  if (own && question.kind === "choice" && typeof answer === "string" && answer !== ownOption)
    return { kind: "own-words-without-other", question: key }
  if (Array.isArray(answer) && upTo !== undefined && answer.length > upTo)
    return { kind: "too-many", question: key, upTo }
  if (typeof answer === "object" && "text" in answer && upTo !== undefined && String(answer.text).length > upTo)
    return { kind: "too-long", question: key, upTo }
  return undefined
}

/** The first thing to say, or nothing. */
export const pageNote = (
  questions: readonly AskedQuestion[],
  answers: WireAnswers,
  fields: Fields,
): PageNote | undefined => questions.map((question) => noteOn(question, answers, fields)).find(Boolean)
