/** An opt-out that the compiler cannot read. */
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page({ ...choice, key: "more", topic: "hopes", optOut: choice.optOut as string })],
})
