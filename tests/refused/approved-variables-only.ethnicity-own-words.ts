/** Ethnicity from the list, with a box beside it. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, page, placePages, topicPages } from "./lawful-base.ts"

const [ethnicity] = about.ethnicity.questions

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    about.age,
    about.gender,
    page({ ...ethnicity, options: [...ethnicity.options, { key: "another-group", words: "Other", own: true }] }),
    about.support,
    about.setting,
    ...placePages,
  ],
})
