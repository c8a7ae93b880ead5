/** Refuses a question without the opt-out for a child of 4 (F15). */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { childPages, choice, lawfulEarlyYears, page, parentPage } from "./lawful-base.ts"

const { optOut, ...open } = choice

export const form = defineForm({
  ...lawfulEarlyYears,
  pages: [
    parentPage,
    ...childPages,
    page(question({ ...open, key: "more", subject: "wants-more-of", respondent: "child" })),
  ],
})
