/** One answer to one question, any that its definition allows. */
import { dontKnow, preferNotToSay, type WireAnswer } from "../../policy/data/answer.ts"
import type { ChoiceQuestion, ChoicesQuestion, GridQuestion, Option, Question } from "../../policy/data/question.ts"
import { notInThisList } from "../../policy/data/register.ts"
import { secureSettings } from "../../policy/data/setting.ts"
import type { Random } from "./random.ts"
import { writtenPostcode } from "./slip.ts"
import type { Temper } from "./temper.ts"
import { writing } from "./writing.ts"

/** What cannot be read off a form: codes of the registers, and postcodes with the space in its place. */
export interface Places {
  readonly schools: readonly string[]
  readonly councils: readonly string[]
  readonly postcodes: readonly string[]
}

/** Characters. Beside "other" a child writes a few words, not a paragraph. */
const ownWords = 60

const chosen = (random: Random, { key, own }: Option): string | { readonly other: string } =>
  own && random.chance(0.8) ? { other: writing(random, "child", ownWords) } : key

/** Most live with their parents, which is the first answer; a few in secure settings, so that every sample has some. */
const settingOf = (random: Random, { options }: ChoiceQuestion): Option => {
  const secure = options.filter(({ key }) => secureSettings.some((each) => each === key))
  const share = random.below(100)
  return random.pick(share < 75 ? options.slice(0, 1) : share < 90 ? options : secure)
}

const choice = (random: Random, question: ChoiceQuestion): WireAnswer =>
  chosen(random, question.characteristic === "setting" ? settingOf(random, question) : random.pick(question.options))

const choices = (random: Random, { options, upTo }: ChoicesQuestion): WireAnswer =>
  random.some(options, 1 + random.below(1 + random.below(upTo))).map((option) => chosen(random, option))

const grid = (random: Random, question: GridQuestion, temper: Temper): WireAnswer | undefined => {
  const rows = question.rows.flatMap(({ key }) => {
    const given = declined(random, question, temper)
    return given === "blank" ? [] : [[key, given ?? random.pick(question.options).key] as const]
  })
  return rows.length > 0 ? Object.fromEntries(rows) : undefined
}

const declined = (random: Random, question: Question, temper: Temper): string | undefined => {
  if (random.chance(temper.blank)) return "blank"
  if (random.chance(temper.optOut)) return preferNotToSay
  return "dontKnow" in question && question.dontKnow && random.chance(temper.dontKnow) ? dontKnow : undefined
}

const given = (random: Random, question: Question, temper: Temper, places: Places): WireAnswer | undefined => {
  switch (question.kind) {
    case "choice":
      return choice(random, question)
    case "choices":
      return choices(random, question)
    case "grid":
      return grid(random, question, temper)
    case "text":
      return { text: writing(random, question.respondent ?? "child", question.upTo) }
    case "postcode":
      return { postcode: writtenPostcode(random, random.pick(places.postcodes)) }
    default: {
      const codes = question.kind === "school" ? places.schools : places.councils
      return random.chance(0.1) ? notInThisList : random.pick(codes)
    }
  }
}

/** `undefined` is a blank. */
export const answer = (random: Random, question: Question, temper: Temper, places: Places): WireAnswer | undefined => {
  const refusal = declined(random, question, temper)
  return refusal === "blank" ? undefined : (refusal ?? given(random, question, temper, places))
}
