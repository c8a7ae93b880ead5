/** Refuses a text question whose easy-read sentence asks for a name. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [
    ...lawful.pages,
    page(
      question({ ...text, key: "more", topic: "hopes", sentences: [{ words: "Write your name.", picture: "pencil" }] }),
    ),
  ],
})
