/** Refuses a form for the business plan (F12). */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, purpose: "business-plan" })
