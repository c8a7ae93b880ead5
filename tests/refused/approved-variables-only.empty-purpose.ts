/** Refuses a characteristic with an empty purpose. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { about, lawful, page, placePages, topicPages } from "./lawful-base.ts"

const [ethnicity] = about.ethnicity.questions

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    about.age,
    about.gender,
    page(question({ ...ethnicity, purpose: "" })),
    about.support,
    about.setting,
    ...placePages,
  ],
})
