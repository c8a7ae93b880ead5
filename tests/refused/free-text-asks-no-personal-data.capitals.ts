/** It asks for a name, loudly. */
import { defineForm } from "../../surveys/form.ts"
import { lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page({ ...text, key: "more", topic: "hopes", ask: "YOUR NAME, PLEASE" })],
})
