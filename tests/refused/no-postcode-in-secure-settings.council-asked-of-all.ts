/** Refuses a council after the setting that every child is asked. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { about, lawful, page, personPages, topicPages } from "./lawful-base.ts"

const [{ askedWhen, ...council }] = about.localCouncil.questions

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, ...personPages, about.setting, about.school, about.homePostcode, page(question(council))],
})
