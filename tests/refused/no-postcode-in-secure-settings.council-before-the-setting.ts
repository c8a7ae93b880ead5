/** Refuses a council before the setting: it gives the area as a postcode does (F06). */
import { defineForm } from "../../surveys/authoring/form.ts"
import { about, lawful, personPages, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, about.localCouncil, ...personPages, about.setting, about.school, about.homePostcode],
})
