/** A child of 4 or 5 is given a box to write in. */
import { defineForm } from "../../surveys/form.ts"
import { childPages, lawfulEarlyYears, page, parentPage, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawfulEarlyYears,
  pages: [parentPage, ...childPages, page({ ...text, key: "more", subject: "wants-more-of", respondent: "child" })],
})
