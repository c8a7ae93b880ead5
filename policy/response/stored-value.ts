/** Compiles, for each question, the check of its kept value: the same answers pass as the decoder of its form lets through. */
import { dontKnow, notAnswered, preferNotToSay } from "../data/answer.ts"
import type { Option, Question } from "../data/question.ts"
import { notInThisList, registerCode } from "../data/register.ts"
import { parameters } from "../parameters.ts"
import { otherMark, writtenMark } from "./stored-response.ts"

/** Whether a value is one that the question offers; `words` is the number of characters of the child's own, kept apart. */
export type IsOffered = (value: unknown, words: number | undefined) => boolean

const declinedTo = (question: Question): readonly string[] =>
  "dontKnow" in question && question.dontKnow ? [preferNotToSay, dontKnow] : [preferNotToSay]

const isWritten = (words: number | undefined, upTo: number): boolean =>
  words !== undefined && words > 0 && words <= upTo

const isOwn = (words: number | undefined): boolean => isWritten(words, parameters.longestOwnWords.value)

const takesOwn = (options: readonly Option[]): boolean => options.some(({ own }) => own)

type ChoicesOf = Extract<Question, { readonly kind: "choices" }>

const someOf = ({ options, upTo }: ChoicesOf): IsOffered => {
  const keys = new Set(options.map(({ key }) => key))
  const alone = new Set(options.flatMap(({ key, alone }) => (alone ? [key] : [])))
  const own = takesOwn(options)
  return (value, words) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > upTo) return false
    const given = new Set<unknown>()
    for (const each of value) {
      const isKnown = words !== undefined && each === otherMark ? own : typeof each === "string" && keys.has(each)
      if (!isKnown || given.has(each) || (value.length > 1 && alone.has(each))) return false
      given.add(each)
    }
    return words === undefined || (given.has(otherMark) && isOwn(words))
  }
}

type GridOf = Extract<Question, { readonly kind: "grid" }>

const rowsOf = (question: GridOf): IsOffered => {
  const rows = new Set(question.rows.map(({ key }) => key))
  const values = new Set<unknown>([...question.options.map(({ key }) => key), ...declinedTo(question)])
  return (value, words) => {
    if (words !== undefined || typeof value !== "object" || value === null || Array.isArray(value)) return false
    let given = 0
    for (const [row, each] of Object.entries(value)) {
      if (!rows.has(row) || !values.has(each)) return false
      given++
    }
    return given > 0
  }
}

const answered = (question: Question): IsOffered => {
  switch (question.kind) {
    case "choice": {
      const keys = new Set<unknown>(question.options.map(({ key }) => key))
      const own = takesOwn(question.options)
      return (value, words) => (words === undefined ? keys.has(value) : own && value === otherMark && isOwn(words))
    }
    case "choices":
      return someOf(question)
    case "grid":
      return rowsOf(question)
    case "text":
      return (value, words) => value === writtenMark && isWritten(words, question.upTo)
    case "postcode":
      return () => false
    default:
      return (value, words) =>
        words === undefined && typeof value === "string" && (value === notInThisList || registerCode.test(value))
  }
}

export const isOfferedBy = (question: Question): IsOffered => {
  const unanswered = new Set<unknown>([notAnswered, ...declinedTo(question)])
  const isAnswer = answered(question)
  return (value, words) => (words === undefined && unanswered.has(value)) || isAnswer(value, words)
}
