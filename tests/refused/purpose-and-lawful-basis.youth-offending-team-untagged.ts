/** Refuses an option that reveals an offence, without a condition (F17). */
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
        options: [{ key: "youth-offending-team", words: "A youth offending team" }],
      }),
    ),
  ],
})
