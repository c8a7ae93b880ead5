/** Refuses a text question for a child of 4 or 5. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { childPages, lawfulEarlyYears, page, parentPage, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawfulEarlyYears,
  pages: [
    parentPage,
    ...childPages,
    page(question({ ...text, key: "more", subject: "wants-more-of", respondent: "child" })),
  ],
})
