/** Makes up one answer that a question allows. */
import { dontKnow, preferNotToSay, type WireAnswer } from "../../policy/data/answer.ts"
import type { ChoiceQuestion, ChoicesQuestion, GridQuestion, Option, Question } from "../../policy/data/question.ts"
import { notInThisList } from "../../policy/data/register.ts"
import { secureSettings } from "../../policy/data/setting.ts"
import { typePostcode } from "./mistyped-postcode.ts"
import type { Random } from "./random.ts"
import type { ResponseStyle } from "./response-style.ts"
import { writing } from "./writing.ts"

/** Values that no form lists: codes of the registers, and postcodes with their space. */
export interface Places {
  readonly schools: readonly string[]
  readonly councils: readonly string[]
  readonly postcodes: readonly string[]
}

/** In characters: for "other" a child writes a few words. */
const ownWords = 60

const chosen = (random: Random, { key, own }: Option): string | { readonly other: string } =>
  own && random.chance(0.8) ? { other: writing(random, "child", ownWords) } : key

/** Three in four live with their parents, the first option; one in ten lives in a secure setting, so that every sample has some. */
const settingOf = (random: Random, { options }: ChoiceQuestion): Option => {
  const secure = options.filter(({ key }) => secureSettings.some((each) => each === key))
  const share = random.below(100)
  return random.pick(share < 75 ? options.slice(0, 1) : share < 90 ? options : secure)
}

const choice = (random: Random, question: ChoiceQuestion): WireAnswer =>
  chosen(random, question.characteristic === "setting" ? settingOf(random, question) : random.pick(question.options))

/** An option that is true only alone is drawn alone. */
const together = (drawn: readonly Option[]): readonly Option[] => {
  const [first] = drawn
  return first?.alone ? [first] : drawn.filter(({ alone }) => !alone)
}

const choices = (random: Random, { options, upTo }: ChoicesQuestion): WireAnswer =>
  together(random.some(options, 1 + random.below(1 + random.below(upTo)))).map((option) => chosen(random, option))

const grid = (random: Random, question: GridQuestion, style: ResponseStyle): WireAnswer | undefined => {
  const rows = question.rows.flatMap(({ key }) => {
    const given = declined(random, question, style)
    return given === "blank" ? [] : [[key, given ?? random.pick(question.options).key] as const]
  })
  return rows.length > 0 ? Object.fromEntries(rows) : undefined
}

const declined = (random: Random, question: Question, style: ResponseStyle): string | undefined => {
  if (random.chance(style.blank)) return "blank"
  if (random.chance(style.optOut)) return preferNotToSay
  return "dontKnow" in question && question.dontKnow && random.chance(style.dontKnow) ? dontKnow : undefined
}

const given = (random: Random, question: Question, style: ResponseStyle, places: Places): WireAnswer | undefined => {
  switch (question.kind) {
    case "choice":
      return choice(random, question)
    case "choices":
      return choices(random, question)
    case "grid":
      return grid(random, question, style)
    case "text":
      return { text: writing(random, question.respondent ?? "child", question.upTo) }
    case "postcode":
      return { postcode: typePostcode(random, random.pick(places.postcodes)) }
    default: {
      const codes = question.kind === "school" ? places.schools : places.councils
      return random.chance(0.1) ? notInThisList : random.pick(codes)
    }
  }
}

/** `undefined` is a blank. */
export const answer = (
  random: Random,
  question: Question,
  style: ResponseStyle,
  places: Places,
): WireAnswer | undefined => {
  const refusal = declined(random, question, style)
  return refusal === "blank" ? undefined : (refusal ?? given(random, question, style, places))
}
