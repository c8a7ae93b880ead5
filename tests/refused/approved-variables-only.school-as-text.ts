/** A school is chosen from the register, never written. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, page, personPages, topicPages } from "./lawful-base.ts"

const [{ notInList, dontKnow, ...school }] = about.school.questions

export const form = defineForm({
  ...lawful,
  pages: [
    ...topicPages,
    ...personPages,
    about.setting,
    page({ ...school, kind: "text", upTo: 50, ask: "Tell us.", hint: "A few words." }),
    about.homePostcode,
    about.localCouncil,
  ],
})
