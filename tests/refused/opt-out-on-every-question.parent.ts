/** Refuses a parent's question without the opt-out. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { childPages, choice, lawfulEarlyYears, page, parentPage } from "./lawful-base.ts"

const { optOut, ...open } = choice

export const form = defineForm({
  ...lawfulEarlyYears,
  pages: [
    parentPage,
    ...childPages,
    page(question({ ...open, key: "more", subject: "parent-hopes", respondent: "parent" })),
  ],
})
