/** Refuses an option with free text for a child of 4 or 5. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { childPages, choice, lawfulEarlyYears, page, parentPage } from "./lawful-base.ts"

export const form = defineForm({
  ...lawfulEarlyYears,
  pages: [
    parentPage,
    ...childPages,
    page(
      question({
        ...choice,
        key: "more",
        subject: "wants-more-of",
        options: [{ key: "other", words: "Other", own: true }],
      }),
    ),
  ],
})
