/** An answer that hints at an offence, with nothing said of it (F17). */
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [
    ...lawful.pages,
    page({
      ...choice,
      key: "more",
      topic: "barriers",
      options: [{ key: "youth-offending-team", words: "A youth offending team" }],
    }),
  ],
})
