/** Where a child lives: the DPIA's answers in its order, secure training centres added (F09), before anything about the place. */
import { optOutWords } from "../../policy/data/answer.ts"
import { revealsHealth, revealsOffence } from "./condition.ts"
import { type WordsFor, worded } from "./worded.ts"

const settingOptions = [
  { key: "with-parents" },
  { key: "with-foster-parents" },
  { key: "with-relatives" },
  { key: "childrens-home" },
  { key: "secure-childrens-home", ...revealsOffence },
  { key: "young-offender-institution", ...revealsOffence },
  { key: "secure-training-centre", ...revealsOffence },
  { key: "inpatient-mental-health", ...revealsHealth },
  { key: "supported-independent" },
  { key: "supported-semi-independent" },
  { key: "on-their-own" },
  { key: "friends-or-hostel" },
  { key: "other", own: true },
] as const

export interface SettingWords {
  readonly ask: string
  readonly hint: string
  readonly options: WordsFor<typeof settingOptions>
}

export const setting = ({ ask, hint, options }: SettingWords) =>
  ({
    key: "setting",
    kind: "choice",
    characteristic: "setting",
    category: "living-situation",
    purpose: "To see how the lives and hopes of children who live away from their parents differ.",
    benefit: "Lets the Commissioner speak up for children in care, in custody and in hospital.",
    ask,
    picture: "house",
    hint,
    options: worded(settingOptions, options),
    dontKnow: "I don't know",
    optOut: optOutWords,
  }) as const
