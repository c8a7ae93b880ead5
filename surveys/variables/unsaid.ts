/** What stands for no answer, each a category of its own: declined, not known, left blank, not asked, not on the form. */
import { dontKnow, notAnswered, optOutWords, preferNotToSay } from "../../policy/data/answer.ts"

export const unsaid = {
  optOut: { key: preferNotToSay, words: optOutWords },
  dontKnow: { key: dontKnow, words: "I don't know" },
  notAnswered: { key: notAnswered, words: "Not answered" },
  /** Withheld from this child, as everything about the place is from a child in a secure setting. */
  notAsked: { key: "not-asked", words: "Not asked of this child" },
  otherAnswers: { key: "other-answers", words: "Asked with other answers" },
  notOnForm: { key: "not-on-form", words: "Not on this form" },
} as const
