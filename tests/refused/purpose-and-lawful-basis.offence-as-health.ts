/** Refuses an option that reveals an offence with the condition for health. */

import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { revealsHealth } from "../../surveys/characteristics/condition.ts"
import { choice, lawful, page } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [
    ...lawful.pages,
    page(
      question({
        ...choice,
        key: "more",
        topic: "barriers",
        options: [{ key: "secure-training-centre", words: "Secure", ...revealsHealth }],
      }),
    ),
  ],
})
