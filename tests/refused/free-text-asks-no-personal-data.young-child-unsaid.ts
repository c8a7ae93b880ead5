/** A box on the 4-5 form that is not said to be the parent’s. */
import { defineForm } from "../../surveys/form.ts"
import { childPages, lawfulEarlyYears, page, parentPage, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawfulEarlyYears,
  pages: [parentPage, ...childPages, page({ ...text, key: "more", subject: "wants-more-of" })],
})
