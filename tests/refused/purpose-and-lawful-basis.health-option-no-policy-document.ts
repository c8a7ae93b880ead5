/** Refuses an option that reveals health, with a condition that has no appropriate policy document (F18). */

import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { substantialPublicInterest } from "../../surveys/characteristics/condition.ts"
import { choice, lawful, page } from "./lawful-base.ts"

const { policyDocument, ...condition } = substantialPublicInterest

export const form = defineForm({
  ...lawful,
  pages: [
    ...lawful.pages,
    page(
      question({
        ...choice,
        key: "more",
        topic: "barriers",
        options: [{ key: "ill", words: "Being ill", infers: "health", condition }],
      }),
    ),
  ],
})
