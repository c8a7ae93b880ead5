/** The school beside the setting. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, page, personPages, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    ...personPages,
    page(...about.setting.questions, ...about.school.questions),
    about.homePostcode,
    about.localCouncil,
  ],
})
