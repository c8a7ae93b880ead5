/** The council is a second way to the same place (F06). */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, personPages, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, about.localCouncil, ...personPages, about.setting, about.school, about.homePostcode],
})
