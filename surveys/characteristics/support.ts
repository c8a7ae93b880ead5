/** Builds the question on who supports a child, with the DPIA's answers and what some of them reveal; fewer at ages 6 to 8 (F43). */
import { optOutWords } from "../../policy/data/answer.ts"
import { noneOfThese } from "../../policy/data/approved-variables.ts"
import { question } from "../authoring/question.ts"
import { revealsHealth, revealsOffence } from "./condition.ts"
import { type Keyed, type OptionWords, withWords } from "./option-words.ts"

const familiar = [{ key: "youth-group" }, { key: "teacher" }, { key: "teaching-assistant" }] as const

const others = [
  { key: "counsellor-or-therapist", ...revealsHealth },
  { key: "social-worker" },
  { key: "mentor" },
  { key: "advocate" },
  { key: "other", own: true },
  { key: noneOfThese, alone: true },
] as const

const supportOptions = [...familiar, { key: "youth-offending-team", ...revealsOffence }, ...others] as const
const supportOptions6to8 = [...familiar, ...others] as const

interface Words<O extends readonly Keyed[]> {
  readonly ask: string
  readonly hint: string
  readonly options: OptionWords<O>
}

export type SupportWords = Words<typeof supportOptions>
export type SupportWords6to8 = Words<typeof supportOptions6to8>

const draft = {
  key: "support",
  kind: "choices",
  characteristic: "support",
  category: "support",
  purpose: "To see whether children who have support answer differently from children who do not.",
  benefit: "Shows which kinds of support help, and who goes without.",
  picture: "ring-buoy",
  dontKnow: "I don't know",
  optOut: optOutWords,
} as const

export const support = ({ ask, hint, options }: SupportWords) =>
  question({ ...draft, ask, hint, options: withWords(supportOptions, options), upTo: supportOptions.length })

export const support6to8 = ({ ask, hint, options }: SupportWords6to8) =>
  question({ ...draft, ask, hint, options: withWords(supportOptions6to8, options), upTo: supportOptions6to8.length })
