/** Refuses questions that the compiler cannot count. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, { section: "only", questions: topicPages[0].questions.slice() }],
})
