/** Lists the categories of non-response: declined, not known, left blank, not asked, not on the form. */
import { dontKnow, notAnswered, optOutWords, preferNotToSay } from "../../policy/data/answer.ts"

export const nonResponse = {
  optOut: { key: preferNotToSay, words: optOutWords },
  dontKnow: { key: dontKnow, words: "I don't know" },
  notAnswered: { key: notAnswered, words: "Not answered" },
  /** Skipped for this child, as the questions about the place are for a child in a secure setting. */
  notAsked: { key: "not-asked", words: "Not asked of this child" },
  otherAnswers: { key: "other-answers", words: "Asked with other answers" },
  notOnForm: { key: "not-on-form", words: "Not on this form" },
} as const
