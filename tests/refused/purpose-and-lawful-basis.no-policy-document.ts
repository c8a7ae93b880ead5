/** Refuses an Article 9 condition without its appropriate policy document (F18). */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { about, lawful, page, placePages, topicPages } from "./lawful-base.ts"

const [ethnicity] = about.ethnicity.questions
const { policyDocument, ...condition } = ethnicity.condition

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    about.age,
    about.gender,
    page(question({ ...ethnicity, condition })),
    about.support,
    about.setting,
    ...placePages,
  ],
})
