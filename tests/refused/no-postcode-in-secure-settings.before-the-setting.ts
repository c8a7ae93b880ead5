/** Refuses a postcode before the setting. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { about, lawful, personPages, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, ...personPages, about.homePostcode, about.setting, about.school, about.localCouncil],
})
