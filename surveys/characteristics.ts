/** The last section of a form: the eight characteristics of DPIA section 2, one a page, the place last and only where allowed. */
import { age, type EthnicityWords, ethnicity, type GenderWords, gender } from "./characteristics/person.ts"
import { homePostcode, localCouncil, type PlaceWords, type RegisterWords, school } from "./characteristics/place.ts"
import { type SettingWords, setting } from "./characteristics/setting.ts"
import { type SupportWords, support } from "./characteristics/support.ts"

/** What a band says in its own words; everything else is the same for all. */
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

const page = <const Q>(question: Q) => ({ section: "about-you", questions: [question] }) as const

export const aboutYou = <const A extends readonly number[]>(ages: A, words: AboutYouWords) =>
  [
    page(age(words.age, ages)),
    page(gender(words.gender)),
    page(ethnicity(words.ethnicity)),
    page(support(words.support)),
    page(setting(words.setting)),
    page(school(words.school)),
    page(homePostcode(words.homePostcode)),
    page(localCouncil(words.localCouncil)),
  ] as const
