/** A row that hints at health, with no condition (F16). */
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [
    ...lawful.pages,
    page({
      ...choice,
      kind: "grid",
      key: "more",
      topic: "barriers",
      rows: [{ key: "mind", words: "My mind", infers: "health" }],
    }),
  ],
})
