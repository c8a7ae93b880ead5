/** Refuses a date of birth under another key. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page(question({ ...text, key: "born", topic: "hopes", category: "date-of-birth" }))],
})
