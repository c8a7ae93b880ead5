/** The postcode after the setting, but of every child. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, page, personPages, topicPages } from "./lawful-base.ts"

const [{ askedWhen, ...postcode }] = about.homePostcode.questions

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, ...personPages, about.setting, page(postcode), about.school, about.localCouncil],
})
