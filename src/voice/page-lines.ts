/** Lists the lines read aloud of each page of a survey, in order. */
import { noticeParts, type PrivacyInformation } from "../../policy/data/form.ts"
import { firstLayer } from "../../surveys/privacy-information/first-layer.ts"
import type { View } from "../components/view.ts"
import { words } from "../components/words.ts"
import { spokenLines } from "./spoken-lines.ts"

/** What a child reads before question 1. */
export const noticeLines = (notice: PrivacyInformation): readonly string[] => [
  ...firstLayer(notice).map(({ words }) => words),
  ...noticeParts.flatMap((part) => notice[part].map(({ words }) => words)),
]

export const sendLines = [words.atTheEnd, words.sendNow, words.orGoBack, words.orStop] as const

export const stoppedLines = [words.youStopped, words.areYouThere, words.nothingSent, words.forAMinute] as const

export const viewLines = (view: View): readonly string[] => {
  switch (view.at) {
    case "question":
      return view.stop.questions.flatMap((question) => spokenLines(question).map(({ text }) => text))
    case "send":
      return sendLines
    case "stopped":
      return stoppedLines.filter((line) => line !== (view.away ? words.youStopped : words.areYouThere))
    default:
      return []
  }
}
