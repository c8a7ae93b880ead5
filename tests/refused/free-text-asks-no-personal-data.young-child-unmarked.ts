/** Refuses a text question on the 4-5 form that is not marked as the parent's. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { childPages, lawfulEarlyYears, page, parentPage, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawfulEarlyYears,
  pages: [parentPage, ...childPages, page(question({ ...text, key: "more", subject: "wants-more-of" }))],
})
