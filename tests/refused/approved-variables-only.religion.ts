/** A variable that the DPIA does not list. */
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page({ ...choice, key: "religion", topic: "hopes", category: "religion" })],
})
