/** The postcode beside the setting, where nothing can hold it back. */
import { defineForm } from "../../surveys/form.ts"
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
