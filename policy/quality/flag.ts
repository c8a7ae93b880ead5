/** What may be doubtful about a response: flags to be counted and looked at, never a reason to delete one in silence. */

import { notAnswered, preferNotToSay } from "../data/answer.ts"
import { agesOf } from "../data/form-scope.ts"
import type { Matched, Unsealed } from "../stage.ts"

/** Source: DPIA section 4 (C108, C109): age within the band, in England where that is possible, patterns of answers. */
export const flags = [
  "outside-england",
  "place-not-checkable",
  "age-not-of-the-band",
  "nothing-said",
  "one-answer-throughout",
  "same-answers-as-another",
] as const
export type Flag = (typeof flags)[number]

/** Rows of a grid below which the same answer throughout says nothing. */
const fewestRows = 5

const isUnsaid = (answer: unknown): boolean => answer === notAnswered || answer === preferNotToSay

const isOneAnswerThroughout = (answer: unknown): boolean => {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return false
  const rows = Object.values(answer).filter((each) => !isUnsaid(each))
  return rows.length >= fewestRows && new Set(rows).size === 1
}

/** Fewer answers than these are the same in many responses, and say nothing. */
const fewestAnswers = 10

/** Whether it holds enough that another of the same day with the very same answers is to be wondered at. */
export const isWhole = ({ answers }: Matched | Unsealed): boolean =>
  Object.values(answers).filter((answer) => !isUnsaid(answer)).length >= fewestAnswers

/** What one response shows by itself. */
const holds: Readonly<Record<Exclude<Flag, "same-answers-as-another">, (response: Matched | Unsealed) => boolean>> = {
  "outside-england": ({ geography }) => geography === "outside-england",
  "place-not-checkable": ({ geography }) => typeof geography === "string" && geography !== "outside-england",
  "age-not-of-the-band": ({ form, answers }) => {
    const age = answers["age"]
    const ages: readonly number[] = agesOf[form]
    return typeof age === "string" && /^\d+$/.test(age) && !ages.includes(Number(age))
  },
  "nothing-said": ({ answers }) => Object.values(answers).every(isUnsaid),
  "one-answer-throughout": ({ answers }) => Object.values(answers).some(isOneAnswerThroughout),
}

/** `isRepeated` is known to whoever has seen the others of its day. */
export const flagsOf = (response: Matched | Unsealed, isRepeated: boolean): readonly Flag[] =>
  flags.filter((flag) => (flag === "same-answers-as-another" ? isRepeated : holds[flag](response)))
