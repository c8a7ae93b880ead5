/** Lists the lines read aloud of a question, in the order of its page, and what each line is. */
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import { leadOf } from "../../surveys/lead-of.ts"
import { words } from "../components/words.ts"

export interface SpokenLine {
  readonly text: string
  readonly what: string
}

const line = (what: string, text: string | undefined): readonly SpokenLine[] => (text ? [{ text, what }] : [])

export const spokenLines = (question: DisplayQuestion): readonly SpokenLine[] => {
  const { sentences, usual, hint, noReply = [], options = [], notInList, dontKnow, optOut, mayHurt } = question
  return [
    ...(sentences?.flatMap((each) => line("question", each.words)) ??
      leadOf(question).flatMap((text) => line("question", text))),
    ...line("hint", hint),
    ...noReply.flatMap((each) => line("before the box", each.words)),
    ...options.flatMap((each) => line(`answer ${each.key}`, each.words)),
    ...line("opens the other answers", usual === undefined || usual >= options.length ? undefined : words.otherHomes),
    ...line("answer not in this list", notInList),
    ...line("answer do not know", dontKnow),
    ...line("answer opt-out", optOut),
    ...line("below the answers", mayHurt && words.talk),
  ]
}
