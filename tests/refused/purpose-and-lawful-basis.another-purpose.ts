/** A form for the business plan (F12). */
import { defineForm } from "../../surveys/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, purpose: "business-plan" })
