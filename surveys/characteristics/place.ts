/** Builds the questions on school, home postcode and council, which only a child in a community setting is asked. */
import { optOutWords } from "../../policy/data/answer.ts"
import { question } from "../authoring/question.ts"

export interface PlaceWords {
  readonly ask: string
  readonly hint: string
}

export interface RegisterWords extends PlaceWords {
  readonly notInList: string
}

export const school = ({ ask, hint, notInList }: RegisterWords) =>
  question({
    key: "school",
    kind: "school",
    characteristic: "school",
    category: "education-setting",
    askedWhen: "community-setting",
    purpose: "To see how answers differ between kinds of school and college.",
    benefit: "Shows what schools can do better, and which schools the survey has not reached.",
    ask,
    picture: "school",
    hint,
    notInList,
    dontKnow: "I don't know",
    optOut: optOutWords,
  })

export const homePostcode = ({ ask, hint }: PlaceWords) =>
  question({
    key: "home-postcode",
    kind: "postcode",
    characteristic: "home-postcode",
    category: "home-postcode",
    askedWhen: "community-setting",
    purpose: "To find the region and how well off the area is; the postcode itself is then destroyed.",
    benefit: "Shows how chances differ from place to place, without asking what children cannot know.",
    ask,
    picture: "postbox",
    hint,
    dontKnow: "I don't know",
    optOut: optOutWords,
  })

/** Children often do not know their council, and the postcode already gives it (F06): asked only where none was given. */
export const localCouncil = ({ ask, hint, notInList }: RegisterWords) =>
  question({
    key: "local-council",
    kind: "council",
    characteristic: "local-council",
    category: "local-authority",
    askedWhen: "community-setting",
    askedUnless: "home-postcode",
    purpose: "To know the area of a child who gives no postcode.",
    benefit: "Counts children in their own area who would be left out of it.",
    ask,
    picture: "classical-building",
    hint,
    notInList,
    dontKnow: "I don't know",
    optOut: optOutWords,
  })
