/** Flags doubtful responses, so that people can count and look at them; no response is deleted for a flag. */
import { notAnswered, preferNotToSay } from "../data/answer.ts"
import { agesOf } from "../data/form-scope.ts"
import { type Flag, flags } from "../data/quality-flag.ts"
import type { Checked, Matched, Unsealed } from "./stage.ts"

/** In a grid with fewer rows, the same answer in each row is no sign of anything. */
const fewestRows = 5

const isUnanswered = (answer: unknown): boolean => answer === notAnswered || answer === preferNotToSay

const isOneAnswerThroughout = (answer: unknown): boolean => {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return false
  const rows = Object.values(answer).filter((each) => !isUnanswered(each))
  return rows.length >= fewestRows && new Set(rows).size === 1
}

/** With fewer answers many responses are equal by chance. */
const fewestAnswers = 10

/** Whether it has enough answers for an equal response on the same day to be a sign of doubt. */
export const isDistinctive = ({ answers }: Matched | Unsealed): boolean =>
  Object.values(answers).filter((answer) => !isUnanswered(answer)).length >= fewestAnswers

/** What a flag is computed from; a stored response has it too, with a word in place of each free text. */
export type Flaggable = Readonly<Record<"answers", Readonly<Record<string, unknown>>>> &
  Pick<Matched, "form" | "geography">

/** The flags that one response shows by itself. */
const tests: Readonly<Record<Exclude<Flag, "same-answers-as-another">, (response: Flaggable) => boolean>> = {
  "outside-england": ({ geography }) => geography === "outside-england",
  "place-not-checkable": ({ geography }) => typeof geography === "string" && geography !== "outside-england",
  "age-not-of-the-band": ({ form, answers }) => {
    const age = answers["age"]
    const ages: readonly number[] = agesOf[form]
    return typeof age === "string" && /^\d+$/.test(age) && !ages.includes(Number(age))
  },
  "nothing-said": ({ answers }) => Object.values(answers).every(isUnanswered),
  "one-answer-throughout": ({ answers }) => Object.values(answers).some(isOneAnswerThroughout),
}

/** The caller, which has seen the other responses of the day, knows whether this one is a repeat. */
export const flagsOf = (response: Flaggable, isRepeated: boolean): readonly Flag[] =>
  flags.filter((flag) => (flag === "same-answers-as-another" ? isRepeated : tests[flag](response)))

/** The only function that makes `Checked`. */
export const check = <R extends Matched | Unsealed>(response: R, isRepeated = false): Checked<R> =>
  ({ response, flags: flagsOf(response, isRepeated) }) as Checked<R>
