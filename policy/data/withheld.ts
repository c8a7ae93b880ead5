/** Which questions a child's answers so far hold back: those about the place, unless a community setting is named. */
import type { WireAnswers } from "./answer.ts"
import { isCommunitySetting } from "./setting.ts"

interface Placed {
  readonly key: string
  readonly characteristic?: string | undefined
  readonly askedWhen?: "community-setting" | undefined
}

/** Opting out of where one lives, leaving it blank, and "other" withhold as a secure setting does (F09). */
export const isWithheld = (questions: readonly Placed[], given: WireAnswers): ((question: Placed) => boolean) => {
  const setting = questions.find((question) => question.characteristic === "setting")
  const inCommunity = setting !== undefined && isCommunitySetting(given[setting.key])
  return (question) => question.askedWhen === "community-setting" && !inCommunity
}
