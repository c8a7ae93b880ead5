/** A characteristic asked a second time under a topic. */
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page({ ...choice, key: "origin", topic: "hopes", category: "gender" })],
})
