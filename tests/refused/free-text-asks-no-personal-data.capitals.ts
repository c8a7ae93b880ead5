/** Refuses a text question that asks for a name in capitals. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page(question({ ...text, key: "more", topic: "hopes", ask: "YOUR NAME, PLEASE" }))],
})
