/** Builds the question on where a child lives, with the DPIA's answers in its order and secure training centres (F09); fewer at ages 6 to 8 (F43). */
import { optOutWords } from "../../policy/data/answer.ts"
import { question } from "../authoring/question.ts"
import { revealsHealth, revealsOffence } from "./condition.ts"
import { type Keyed, type OptionWords, withWords } from "./option-words.ts"

const homes = [
  { key: "with-parents" },
  { key: "with-foster-parents" },
  { key: "with-relatives" },
  { key: "childrens-home" },
  { key: "secure-childrens-home", ...revealsOffence },
] as const

const others = [
  { key: "inpatient-mental-health", ...revealsHealth },
  { key: "supported-independent" },
  { key: "supported-semi-independent" },
  { key: "on-their-own" },
  { key: "friends-or-hostel" },
  { key: "other", own: true },
] as const

const settingOptions = [
  ...homes,
  { key: "young-offender-institution", ...revealsOffence },
  { key: "secure-training-centre", ...revealsOffence },
  ...others,
] as const
const settingOptions6to8 = [...homes, ...others] as const

interface Words<O extends readonly Keyed[]> {
  readonly ask: string
  readonly hint: string
  readonly options: OptionWords<O>
}

export type SettingWords = Words<typeof settingOptions>
export type SettingWords6to8 = Words<typeof settingOptions6to8>

const draft = {
  key: "setting",
  kind: "choice",
  characteristic: "setting",
  category: "living-situation",
  purpose: "To see how the lives and hopes of children who live away from their parents differ.",
  benefit: "Lets the Commissioner speak up for children in care, in custody and in hospital.",
  picture: "house",
  dontKnow: "I don't know",
  optOut: optOutWords,
} as const

export const setting = ({ ask, hint, options }: SettingWords) =>
  question({ ...draft, ask, hint, options: withWords(settingOptions, options) })

export const setting6to8 = ({ ask, hint, options }: SettingWords6to8) =>
  question({ ...draft, ask, hint, options: withWords(settingOptions6to8, options) })
