/** Names the rules that a kept value breaks which its question does not offer; it never repeats the value. */
import { dontKnow, preferNotToSay } from "../data/answer.ts"
import type { Question } from "../data/question.ts"
import { hasIdentifyingShape, hasPostcodeShape, isIdentifyingKey, isPostcodeKey } from "./identifying-shape.ts"
import { type NoteFault, otherMark, writtenMark } from "./stored-response.ts"

/** Every text within a value, keys of objects included. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)])
}

const keysIn = (value: unknown): readonly string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : []

/** In no key or code of the forms there is a space or a capital letter after a small one. */
const isProse = (text: string): boolean => !/^[A-Za-z0-9-]{1,40}$/.test(text)

/** Wherever a value is: identifiers, postcodes and words that should be apart. */
export const noteShapes = (value: unknown, where: string, note: NoteFault): void => {
  const texts = textsIn(value)
  if (texts.some(hasIdentifyingShape))
    note({ rule: "no-direct-identifiers", what: `${where} holds what has the shape of an identifier` })
  if (keysIn(value).some(isIdentifyingKey))
    note({ rule: "no-direct-identifiers", what: `${where} holds an identifier of the child` })
  if (texts.some(hasPostcodeShape) || keysIn(value).some(isPostcodeKey))
    note({ rule: "postcode-destroyed-after-matching", what: `${where} holds what has the shape of a postcode` })
  if (texts.some(isProse))
    note({ rule: "free-text-cleaned-before-analysis", what: `${where} holds words that should be kept apart` })
}

/** An opt-out other than the one that the question has. */
const isStrayOptOut = (value: unknown): boolean =>
  value === null ||
  value === "" ||
  value === dontKnow ||
  (Array.isArray(value) && value.some((each) => each === preferNotToSay || each === dontKnow))

const takesWords = (question: Question): boolean =>
  question.kind === "text" ||
  ("options" in question && question.options.some((option) => "own" in option && option.own))

interface KeptValue {
  readonly value: unknown
  readonly words: number | undefined
}

const noteWords = (question: Question, { value, words }: KeptValue, where: string, note: NoteFault): void => {
  if (words === undefined) {
    if (question.kind === "text" && value === writtenMark)
      note({ rule: "quality-checked-before-analysis", what: `the words of ${where} are missing` })
  } else if (!takesWords(question))
    note({ rule: "free-text-asks-no-personal-data", what: `${where} has words, which it does not ask for` })
  else if (value === writtenMark || value === otherMark || Array.isArray(value))
    note({ rule: "quality-checked-before-analysis", what: `the words of ${where} are not as the form takes them` })
}

export const noteValueFaults = (question: Question, kept: KeptValue, where: string, note: NoteFault): void => {
  note({ rule: "approved-variables-only", what: `${where} has a value that it does not offer` })
  if (question.characteristic === "age")
    note({ rule: "forms-match-the-dpia", what: `${where} has an age that the form does not offer` })
  if (isStrayOptOut(kept.value))
    note({ rule: "opt-out-on-every-question", what: `${where} has an opt-out in another form` })
  noteWords(question, kept, where, note)
  noteShapes(kept.value, where, note)
}
