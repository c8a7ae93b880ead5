/** A date of birth under another key. */
import { defineForm } from "../../surveys/form.ts"
import { lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page({ ...text, key: "born", topic: "hopes", category: "date-of-birth" })],
})
