/** Refuses an option that is not in the DPIA's list. */
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
    page(question({ ...ethnicity, options: [...ethnicity.options, { key: "traveller", words: "Traveller" }] })),
    about.support,
    about.setting,
    ...placePages,
  ],
})
