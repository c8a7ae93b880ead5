/** Refuses ethnicity as free text. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { about, lawful, page, placePages, topicPages } from "./lawful-base.ts"

const [{ options, dontKnow, ...ethnicity }] = about.ethnicity.questions

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    about.age,
    about.gender,
    page(question({ ...ethnicity, kind: "text", upTo: 50, ask: "Tell us.", hint: "A word or two." })),
    about.support,
    about.setting,
    ...placePages,
  ],
})
