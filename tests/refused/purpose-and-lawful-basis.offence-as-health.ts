/** An answer that hints at an offence cannot pass for one about health. */
import { revealsHealth } from "../../surveys/characteristics/condition.ts"
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
      options: [{ key: "secure-training-centre", words: "Secure", ...revealsHealth }],
    }),
  ],
})
