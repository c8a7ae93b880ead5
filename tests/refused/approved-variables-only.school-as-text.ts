/** Refuses a school as free text: it is chosen from the register. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { about, lawful, page, personPages, topicPages } from "./lawful-base.ts"

const [{ notInList, dontKnow, ...school }] = about.school.questions

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    ...personPages,
    about.setting,
    page(question({ ...school, kind: "text", upTo: 50, ask: "Tell us.", hint: "A few words." })),
    about.homePostcode,
    about.localCouncil,
  ],
})
