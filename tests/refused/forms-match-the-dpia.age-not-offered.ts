/** Refuses a form in which a child of 12 finds no true age. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { aboutYou } from "../../surveys/characteristics/about-you.ts"
import { words9to12 } from "../../surveys/characteristics/words-9-12.ts"
import { lawful, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, ...aboutYou([9, 10, 11], words9to12)],
})
