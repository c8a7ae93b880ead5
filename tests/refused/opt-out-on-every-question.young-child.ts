/** A child of 4 may decline as any other (F15). */
import { defineForm } from "../../surveys/form.ts"
import { childPages, choice, lawfulEarlyYears, page, parentPage } from "./lawful-base.ts"

const { optOut, ...open } = choice

export const form = defineForm({
  ...lawfulEarlyYears,
  pages: [parentPage, ...childPages, page({ ...open, key: "more", subject: "wants-more-of", respondent: "child" })],
})
