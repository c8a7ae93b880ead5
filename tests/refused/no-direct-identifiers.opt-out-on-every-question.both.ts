/** Refuses two breaches of one question at once, and names both rules. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { choice, lawful, page } from "./lawful-base.ts"

const { optOut, ...open } = choice

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page(question({ ...open, key: "name", topic: "hopes" }))],
})
