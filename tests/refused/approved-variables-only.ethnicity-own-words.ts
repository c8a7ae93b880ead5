/** Refuses ethnicity from the list with a text box. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { about, lawful, page, placePages, topicPages } from "./lawful-base.ts"

const [ethnicity] = about.ethnicity.questions
const [asian, black, mixed, white, anotherGroup] = ethnicity.options

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    about.age,
    about.gender,
    page(question({ ...ethnicity, options: [asian, black, mixed, white, { ...anotherGroup, own: true }] })),
    about.support,
    about.setting,
    ...placePages,
  ],
})
