/** Refuses a question in its form that was not checked by `question`. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { choice, lawful } from "./lawful-base.ts"

const { optOut, ...open } = choice

export const form = defineForm({
  ...lawful,
  pages: [{ section: "only", questions: [{ ...open, key: "more", topic: "hopes" }] }, ...lawful.pages],
})
