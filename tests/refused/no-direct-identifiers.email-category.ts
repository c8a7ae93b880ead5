/** A way to write to the child. */
import { defineForm } from "../../surveys/form.ts"
import { lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page({ ...text, key: "reply", topic: "hopes", category: "email-address" })],
})
