/** A child of 4 or 5 is given “other”. */
import { defineForm } from "../../surveys/form.ts"
import { childPages, choice, lawfulEarlyYears, page, parentPage } from "./lawful-base.ts"

export const form = defineForm({
  ...lawfulEarlyYears,
  pages: [
    parentPage,
    ...childPages,
    page({ ...choice, key: "more", subject: "wants-more-of", options: [{ key: "other", words: "Other", own: true }] }),
  ],
})
