/** A characteristic that the DPIA lists is not asked. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, placePages, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, about.gender, about.ethnicity, about.support, about.setting, ...placePages],
})
