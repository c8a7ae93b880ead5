/** Who supports a child: the DPIA's nine answers, with what two of them let one infer. */
import { optOutWords } from "../../policy/data/answer.ts"
import { revealsHealth, revealsOffence } from "./condition.ts"
import { type WordsFor, worded } from "./worded.ts"

const supportOptions = [
  { key: "youth-group" },
  { key: "teacher" },
  { key: "teaching-assistant" },
  { key: "youth-offending-team", ...revealsOffence },
  { key: "counsellor-or-therapist", ...revealsHealth },
  { key: "social-worker" },
  { key: "mentor" },
  { key: "advocate" },
  { key: "other", own: true },
] as const

export interface SupportWords {
  readonly ask: string
  readonly hint: string
  readonly options: WordsFor<typeof supportOptions>
}

export const support = ({ ask, hint, options }: SupportWords) =>
  ({
    key: "support",
    kind: "choices",
    characteristic: "support",
    category: "support",
    purpose: "To see whether children who have support answer differently from children who do not.",
    benefit: "Shows which kinds of support help, and who goes without.",
    ask,
    picture: "handshake",
    hint,
    options: worded(supportOptions, options),
    upTo: supportOptions.length,
    dontKnow: "I don't know",
    optOut: optOutWords,
  }) as const
