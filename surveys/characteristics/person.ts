/** Age, gender and ethnic group: closed lists, nothing of which a child writes. */
import { optOutWords } from "../../policy/data/answer.ts"
import { substantialPublicInterest } from "./condition.ts"
import { type WordsFor, worded } from "./worded.ts"

type AgeOptions<A extends readonly number[]> = {
  readonly [I in keyof A]: { readonly key: `${A[I]}`; readonly words: string }
}

const ageOptions = <const A extends readonly number[]>(ages: A): AgeOptions<A> =>
  ages.map((years) => ({ key: `${years}`, words: `${years} years old` })) as unknown as AgeOptions<A>

export const age = <const A extends readonly number[]>(ask: string, ages: A) =>
  ({
    key: "age",
    kind: "choice",
    characteristic: "age",
    category: "age",
    purpose: "To see how hopes and barriers change as children grow up.",
    benefit: "Lets each age be heard, and be helped in its own way.",
    ask,
    picture: "birthday-cake",
    options: ageOptions(ages),
    dontKnow: "I don't know",
    optOut: optOutWords,
  }) as const

const genderOptions = [{ key: "girl" }, { key: "boy" }, { key: "another" }] as const

export interface GenderWords {
  readonly ask: string
  readonly options: WordsFor<typeof genderOptions>
}

export const gender = ({ ask, options }: GenderWords) =>
  ({
    key: "gender",
    kind: "choice",
    characteristic: "gender",
    category: "gender",
    purpose: "To see whether girls, boys and others meet different barriers.",
    benefit: "Shows where children are not treated alike.",
    ask,
    picture: "child",
    options: worded(genderOptions, options),
    dontKnow: "I don't know",
    optOut: optOutWords,
  }) as const

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
  readonly options: WordsFor<typeof ethnicityOptions>
}

export const ethnicity = ({ ask, hint, options }: EthnicityWords) =>
  ({
    key: "ethnicity",
    kind: "choice",
    characteristic: "ethnicity",
    category: "ethnic-group",
    condition: substantialPublicInterest,
    purpose: "To see whether children of different ethnic groups meet different barriers.",
    benefit: "Shows unequal treatment, and whether the survey has reached every group.",
    ask,
    picture: "people-hugging",
    hint,
    options: worded(ethnicityOptions, options),
    dontKnow: "I don't know",
    optOut: optOutWords,
  }) as const
