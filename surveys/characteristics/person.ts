/** Builds the questions on age, gender and ethnic group, as closed lists without free text. */
import { optOutWords } from "../../policy/data/answer.ts"
import { ageOptions } from "../authoring/age-options.ts"
import { question } from "../authoring/question.ts"
import { substantialPublicInterest } from "./condition.ts"
import { type OptionWords, withWords } from "./option-words.ts"

/** The options are checked in the form, which knows the ages. */
export const age = <const A extends readonly number[]>(ask: string, ages: A) =>
  ({
    ...question({
      key: "age",
      kind: "choice",
      characteristic: "age",
      category: "age",
      purpose: "To see how hopes and barriers change as children grow up.",
      benefit: "Lets each age be heard, and be helped in its own way.",
      ask,
      picture: "birthday-cake",
      options: [],
      dontKnow: "I don't know",
      optOut: optOutWords,
    }),
    options: ageOptions(ages),
  }) as const

const genderOptions = [{ key: "girl" }, { key: "boy" }, { key: "another" }] as const

export interface GenderWords {
  readonly ask: string
  readonly options: OptionWords<typeof genderOptions>
}

export const gender = ({ ask, options }: GenderWords) =>
  question({
    key: "gender",
    kind: "choice",
    characteristic: "gender",
    category: "gender",
    purpose: "To see whether girls, boys and others meet different barriers.",
    benefit: "Shows where children are not treated alike.",
    ask,
    picture: "child",
    options: withWords(genderOptions, options),
    dontKnow: "I don't know",
    optOut: optOutWords,
  })

/** Broad groups only (C097). */
const ethnicityOptions = [
  { key: "asian" },
  { key: "black" },
  { key: "mixed" },
  { key: "white" },
  { key: "another-group" },
] as const

export interface EthnicityWords {
  readonly ask: string
  readonly hint: string
  readonly options: OptionWords<typeof ethnicityOptions>
}

export const ethnicity = ({ ask, hint, options }: EthnicityWords) =>
  question({
    key: "ethnicity",
    kind: "choice",
    characteristic: "ethnicity",
    category: "ethnic-group",
    condition: substantialPublicInterest,
    purpose: "To see whether children of different ethnic groups meet different barriers.",
    benefit: "Shows unequal treatment, and whether the survey has reached every group.",
    ask,
    picture: "groups",
    hint,
    options: withWords(ethnicityOptions, options),
    dontKnow: "I don't know",
    optOut: optOutWords,
  })
