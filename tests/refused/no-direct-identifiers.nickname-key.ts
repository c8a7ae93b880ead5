/** A nickname is a name. */
import { defineForm } from "../../surveys/form.ts"
import { lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page({ ...text, key: "nickname", topic: "hopes" })],
})
