/** The second question of a page has none. */
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page } from "./lawful-base.ts"

const { optOut, ...open } = choice

export const form = defineForm({
  ...lawful,
  pages: [
    ...lawful.pages,
    page({ ...choice, key: "first", topic: "hopes" }, { ...open, key: "second", topic: "hopes" }),
  ],
})
