/** The second question of a page is looked at too. */
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [
    ...lawful.pages,
    page({ ...choice, key: "fine", topic: "hopes" }, { ...text, key: "phone-number", topic: "hopes" }),
  ],
})
