/** Refuses a postcode after the setting that every child is asked. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { about, lawful, page, personPages, topicPages } from "./lawful-base.ts"

const [{ askedWhen, ...postcode }] = about.homePostcode.questions

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, ...personPages, about.setting, page(question(postcode)), about.school, about.localCouncil],
})
