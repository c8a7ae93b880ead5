/** Refuses a postcode on the page of the setting, where it cannot be skipped. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { about, lawful, page, personPages, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    ...personPages,
    page(...about.setting.questions, ...about.homePostcode.questions),
    about.school,
    about.localCouncil,
  ],
})
