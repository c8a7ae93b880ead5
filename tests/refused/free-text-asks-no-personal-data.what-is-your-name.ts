/** Refuses a text question that asks for a name. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page(question({ ...text, key: "more", topic: "hopes", ask: "What is your name?" }))],
})
