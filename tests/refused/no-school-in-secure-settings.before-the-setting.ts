/** The school before anyone knows where the child lives. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, personPages, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, ...personPages, about.school, about.setting, about.homePostcode, about.localCouncil],
})
