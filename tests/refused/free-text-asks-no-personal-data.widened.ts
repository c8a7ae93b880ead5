/** A question that the compiler cannot read. */
import { defineForm } from "../../surveys/form.ts"
import { lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page({ ...text, key: "more", topic: "hopes", ask: text.ask as string })],
})
