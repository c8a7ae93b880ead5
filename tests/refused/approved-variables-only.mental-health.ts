/** A question about mental health, which section 4 of the DPIA speaks of and its list of variables does not have (F16). */
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  pages: [...lawful.pages, page({ ...choice, key: "mental-health", topic: "hopes", category: "health" })],
})
