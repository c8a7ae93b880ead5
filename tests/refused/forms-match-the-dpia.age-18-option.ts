/** Refuses a form in which a child can answer 18. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { about, lawful, page, placePages, topicPages } from "./lawful-base.ts"

const [age] = about.age.questions

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    page(question({ ...age, options: [...age.options, { key: "18", words: "18" }] })),
    about.gender,
    about.ethnicity,
    about.support,
    about.setting,
    ...placePages,
  ],
})
