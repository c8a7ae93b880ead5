/** Refuses a form without a characteristic that the DPIA lists. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { about, lawful, placePages, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, about.gender, about.ethnicity, about.support, about.setting, ...placePages],
})
