/** Refuses school, postcode and council before the setting, and names both rules. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { about, lawful, personPages, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [about.school, about.homePostcode, about.localCouncil, ...topicPages, ...personPages, about.setting],
})
