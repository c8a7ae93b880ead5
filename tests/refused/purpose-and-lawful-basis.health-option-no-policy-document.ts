/** The same of an option. */
import { substantialPublicInterest } from "../../surveys/characteristics/condition.ts"
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page } from "./lawful-base.ts"

const { policyDocument, ...condition } = substantialPublicInterest

export const form = defineForm({
  ...lawful,
  pages: [
    ...lawful.pages,
    page({
      ...choice,
      key: "more",
      topic: "barriers",
      options: [{ key: "ill", words: "Being ill", infers: "health", condition }],
    }),
  ],
})
