/** Ethnicity without its Article 9 condition. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, page, placePages, topicPages } from "./lawful-base.ts"

const [{ condition, ...ethnicity }] = about.ethnicity.questions

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, about.age, about.gender, page(ethnicity), about.support, about.setting, ...placePages],
})
