/** Refuses an option that reveals health, without a condition (F16). */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
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
        options: [{ key: "ill", words: "Being ill", infers: "health" }],
      }),
    ),
  ],
})
