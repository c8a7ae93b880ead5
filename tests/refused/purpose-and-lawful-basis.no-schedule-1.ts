/** Refuses an Article 9 condition without its Schedule 1 condition. */
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
    page(question({ ...ethnicity, condition: { ...ethnicity.condition, schedule1: [] } })),
    about.support,
    about.setting,
    ...placePages,
  ],
})
