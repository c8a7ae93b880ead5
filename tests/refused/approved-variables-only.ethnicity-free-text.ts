/** Ethnicity in words of the child’s own. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, page, placePages, topicPages } from "./lawful-base.ts"

const [{ options, ...ethnicity }] = about.ethnicity.questions

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    about.age,
    about.gender,
    page({ ...ethnicity, kind: "text", upTo: 50, ask: "Tell us.", hint: "A word or two." }),
    about.support,
    about.setting,
    ...placePages,
  ],
})
