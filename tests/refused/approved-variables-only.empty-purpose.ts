/** A characteristic with no purpose. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, page, placePages, topicPages } from "./lawful-base.ts"

const [ethnicity] = about.ethnicity.questions

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    about.age,
    about.gender,
    page({ ...ethnicity, purpose: "" }),
    about.support,
    about.setting,
    ...placePages,
  ],
})
