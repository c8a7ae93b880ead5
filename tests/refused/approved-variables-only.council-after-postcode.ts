/** Refuses a form that asks for the council although the child has given a postcode. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { about, lawful, page, personPages, topicPages } from "./lawful-base.ts"

const [{ askedUnless, ...council }] = about.localCouncil.questions

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, ...personPages, about.setting, about.school, about.homePostcode, page(question(council))],
})
