/** So may a parent. */
import { defineForm } from "../../surveys/form.ts"
import { childPages, choice, lawfulEarlyYears, page, parentPage } from "./lawful-base.ts"

const { optOut, ...open } = choice

export const form = defineForm({
  ...lawfulEarlyYears,
  pages: [parentPage, ...childPages, page({ ...open, key: "more", subject: "parent-hopes", respondent: "parent" })],
})
