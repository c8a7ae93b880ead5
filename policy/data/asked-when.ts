/** Skips questions about the place: all of them outside the community, and the council once a postcode is given. */
import type { WireAnswer, WireAnswers } from "./answer.ts"
import { isCommunitySetting } from "./community-setting.ts"

interface ConditionalQuestion {
  readonly key: string
  readonly characteristic?: string | undefined
  readonly askedWhen?: "community-setting" | undefined
  readonly askedUnless?: "home-postcode" | undefined
}

type Skips = (question: ConditionalQuestion) => boolean

/** The opt-out, a blank and "other" count as a secure setting (F09). */
export const withheldFrom = (questions: readonly ConditionalQuestion[], answers: WireAnswers): Skips => {
  const setting = questions.find((question) => question.characteristic === "setting")
  const inCommunity = setting !== undefined && isCommunitySetting(answers[setting.key])
  return (question) => question.askedWhen === "community-setting" && !inCommunity
}

/** Whether there is a postcode in the words, known or not. Words without one leave the place unknown. */
export const isPostcodeShaped = (answer: WireAnswer | undefined): boolean =>
  typeof answer === "object" && "postcode" in answer && /[a-z]\d\w?\W*\d[a-z]{2}/i.test(answer.postcode)

/** The postcode already gives the council (F06). */
export const skippedBy = (questions: readonly ConditionalQuestion[], answers: WireAnswers): Skips => {
  const isWithheld = withheldFrom(questions, answers)
  return (question) =>
    isWithheld(question) || (question.askedUnless !== undefined && isPostcodeShaped(answers[question.askedUnless]))
}
