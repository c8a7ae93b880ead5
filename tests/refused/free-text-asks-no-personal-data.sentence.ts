/** One of its easy-read sentences asks for a name. */
import { defineForm } from "../../surveys/form.ts"
import { lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [
    ...lawful.pages,
    page({ ...text, key: "more", topic: "hopes", sentences: [{ words: "Write your name.", picture: "pencil" }] }),
  ],
})
