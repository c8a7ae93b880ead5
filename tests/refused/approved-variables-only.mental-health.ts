/** Refuses a question about mental health: section 4 of the DPIA mentions it and its list of variables does not (F16). */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { choice, lawful, page } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page(question({ ...choice, key: "mental-health", topic: "hopes", category: "health" }))],
})
