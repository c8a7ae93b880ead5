/** A category that may be a name hides behind one that is not. */
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page({ ...choice, key: "nice", topic: "hopes", category: "opinion" as "opinion" | "name" })],
})
