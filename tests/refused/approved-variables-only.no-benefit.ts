/** Refuses a characteristic without a benefit. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { about, lawful, page, placePages, topicPages } from "./lawful-base.ts"

const [{ benefit, ...ethnicity }] = about.ethnicity.questions

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    about.age,
    about.gender,
    page(question(ethnicity)),
    about.support,
    about.setting,
    ...placePages,
  ],
})
