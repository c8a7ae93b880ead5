/** Refuses a characteristic asked a second time under a topic. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { choice, lawful, page } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page(question({ ...choice, key: "origin", topic: "hopes", category: "gender" }))],
})
