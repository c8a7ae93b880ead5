/** "I don't know" and the opt-out as cards like any other; with pictures where the options have pictures. */
import { dontKnow, preferNotToSay } from "../../policy/data/answer.ts"
import type { DisplayQuestion } from "../../surveys/display-form.ts"

export interface Declining {
  readonly value: string
  readonly words: string
  readonly picture?: string
}

export const decliningOf = (question: DisplayQuestion): readonly Declining[] => {
  const pictured = question.options?.some((option) => option.picture) ?? false
  const withPicture = (picture: string) => (pictured ? { picture } : {})
  return [
    ...(question.dontKnow === undefined
      ? []
      : [{ value: dontKnow, words: question.dontKnow, ...withPicture("dont-know") }]),
    { value: preferNotToSay, words: question.optOut, ...withPicture("opt-out") },
  ]
}
