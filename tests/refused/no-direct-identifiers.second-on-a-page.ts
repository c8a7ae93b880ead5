/** Refuses a phone number in the second question of a page. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { choice, lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [
    ...lawful.pages,
    page(
      question({ ...choice, key: "fine", topic: "hopes" }),
      question({ ...text, key: "phone-number", topic: "hopes" }),
    ),
  ],
})
