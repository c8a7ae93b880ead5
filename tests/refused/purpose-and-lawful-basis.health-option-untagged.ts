/** An answer that hints at health, with no condition (F16). */
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
      options: [{ key: "ill", words: "Being ill", infers: "health" }],
    }),
  ],
})
