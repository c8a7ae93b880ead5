/** Finds what a child should put right on a page before the next one; the same in the browser and on the server. */
import { dontKnow, preferNotToSay, type WireAnswer, type WireAnswers } from "../policy/data/answer.ts"
import { isPostcodeShaped } from "../policy/data/asked-when.ts"
import { notInThisList, registerCode } from "../policy/data/register.ts"
import { mayIdentify } from "../policy/free-text/nudge.ts"
import type { DisplayQuestion } from "./display-form.ts"
import { type Fields, isLookedAt, ownOptionOf, ownWords } from "./page-answers.ts"

/** Names the question, and never repeats what the child wrote. */
export type PageNote =
  | { readonly kind: "too-many"; readonly question: string; readonly upTo: number }
  | { readonly kind: "too-long"; readonly question: string; readonly upTo: number }
  | { readonly kind: "not-together"; readonly question: string }
  | { readonly kind: "own-words-without-other"; readonly question: string }
  | { readonly kind: "not-taken"; readonly question: string }
  /** Once: a child may go on with it as it is. */
  | { readonly kind: "look-again"; readonly question: string }
  /** Once: words that may name a person or a place. */
  | { readonly kind: "name-or-place"; readonly question: string }

const isList = (answer: WireAnswer | undefined): answer is ReadonlyArray<string | { readonly other: string }> =>
  Array.isArray(answer)

/** Each value of an answer that is not words: what was chosen, in a grid once for each row. */
const chosenIn = (answer: WireAnswer | undefined): readonly string[] => {
  if (isList(answer)) return answer.filter((each) => typeof each === "string")
  if (typeof answer === "string") return [answer]
  const isWords = answer === undefined || "text" in answer || "postcode" in answer || "other" in answer
  return isWords ? [] : Object.values(answer)
}

const wordsIn = (answer: WireAnswer | undefined): string => {
  if (typeof answer !== "object" || isList(answer)) return ""
  return String(("text" in answer && answer.text) || ("postcode" in answer && answer.postcode) || "")
}

const isOffered = (question: DisplayQuestion, chosen: string): boolean =>
  chosen === preferNotToSay ||
  (chosen === dontKnow && question.dontKnow !== undefined) ||
  (question.kind === "school" || question.kind === "council"
    ? chosen === notInThisList || registerCode.test(chosen)
    : (question.options ?? []).some(({ key }) => key === chosen))

const isAlone = ({ options = [] }: DisplayQuestion, chosen: string | { readonly other: string }): boolean =>
  options.some(({ key, alone }) => alone && key === chosen)

const noteOn = (question: DisplayQuestion, answers: WireAnswers, fields: Fields): PageNote | undefined => {
  const { key, upTo = Number.POSITIVE_INFINITY, ownUpTo = 0 } = question
  const answer = answers[key]
  const ownOption = ownOptionOf(question)
  const own = ownOption === undefined ? "" : ownWords(key, fields)
  if (!chosenIn(answer).every((chosen) => isOffered(question, chosen))) return { kind: "not-taken", question: key }
  if (own && question.kind === "choice" && typeof answer === "string" && answer !== ownOption)
    return { kind: "own-words-without-other", question: key }
  if (typeof answer === "object" && own.length > ownUpTo) return { kind: "too-long", question: key, upTo: ownUpTo }
  if (isList(answer) && answer.length > 1 && answer.some((each) => isAlone(question, each)))
    return { kind: "not-together", question: key }
  if (isList(answer) && answer.length > upTo) return { kind: "too-many", question: key, upTo }
  if (wordsIn(answer).length > upTo) return { kind: "too-long", question: key, upTo }
  if (question.kind === "postcode" && wordsIn(answer) && !isPostcodeShaped(answer))
    return isLookedAt(key, fields) ? undefined : { kind: "look-again", question: key }
  const written = question.kind === "text" ? wordsIn(answer) : typeof answer === "object" ? own : ""
  if (written && mayIdentify(written) && !isLookedAt(key, fields)) return { kind: "name-or-place", question: key }
  return undefined
}

/** The first note on the page; `undefined` when the page is right, and the server accepts its answers. */
export const pageNote = (
  questions: readonly DisplayQuestion[],
  answers: WireAnswers,
  fields: Fields,
): PageNote | undefined => questions.map((question) => noteOn(question, answers, fields)).find(Boolean)
