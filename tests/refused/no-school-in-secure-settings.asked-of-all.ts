/** The school after the setting, but of every child: it would name the unit (F08). */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, page, personPages, topicPages } from "./lawful-base.ts"

const [{ askedWhen, ...school }] = about.school.questions

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, ...personPages, about.setting, page(school), about.homePostcode, about.localCouncil],
})
