/** Builds the last section of a form: the eight characteristics of DPIA section 2, one on each page, with the place last. */
import { pagesInOrder } from "../authoring/form.ts"
import { age, type EthnicityWords, ethnicity, type GenderWords, gender } from "./person.ts"
import { homePostcode, localCouncil, type PlaceWords, type RegisterWords, school } from "./place.ts"
import { type SettingWords, type SettingWords6to8, setting } from "./setting.ts"
import { type SupportWords, type SupportWords6to8, support } from "./support.ts"

/** The words of one band; everything else is the same in every band. */
export interface AboutYouWords {
  readonly age: string
  readonly gender: GenderWords
  readonly ethnicity: EthnicityWords
  readonly support: SupportWords
  readonly setting: SettingWords
  readonly school: RegisterWords
  readonly homePostcode: PlaceWords
  readonly localCouncil: RegisterWords
}

/** The words for ages 6 to 8, which have fewer supports and settings (F43). */
export interface AboutYouWords6to8 extends Omit<AboutYouWords, "support" | "setting"> {
  readonly support: SupportWords6to8
  readonly setting: SettingWords6to8
}

export const page = <const Q>(question: Q) => ({ section: "about-you", questions: [question] }) as const

export const aboutYou = <const A extends readonly number[]>(ages: A, words: AboutYouWords) =>
  pagesInOrder([
    page(age(words.age, ages)),
    page(gender(words.gender)),
    page(ethnicity(words.ethnicity)),
    page(support(words.support)),
    page(setting(words.setting)),
    page(school(words.school)),
    page(homePostcode(words.homePostcode)),
    page(localCouncil(words.localCouncil)),
  ])
