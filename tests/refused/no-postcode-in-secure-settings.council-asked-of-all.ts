/** The council after the setting, but of every child. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, page, personPages, topicPages } from "./lawful-base.ts"

const [{ askedWhen, ...council }] = about.localCouncil.questions

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, ...personPages, about.setting, about.school, about.homePostcode, page(council)],
})
