/** Builds the last section of the 6-8 form, without the supports and settings that its children cannot have (F43). */
import { pagesInOrder } from "../authoring/form.ts"
import { type AboutYouWords6to8, page } from "./about-you.ts"
import { age, ethnicity, gender } from "./person.ts"
import { homePostcode, localCouncil, school } from "./place.ts"
import { setting6to8 } from "./setting.ts"
import { support6to8 } from "./support.ts"

export const aboutYou6to8 = <const A extends readonly number[]>(ages: A, words: AboutYouWords6to8) =>
  pagesInOrder([
    page(age(words.age, ages)),
    page(gender(words.gender)),
    page(ethnicity(words.ethnicity)),
    page(support6to8(words.support)),
    page(setting6to8(words.setting)),
    page(school(words.school)),
    page(homePostcode(words.homePostcode)),
    page(localCouncil(words.localCouncil)),
  ])
