/** Refuses a form for 18-year-olds. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, ages: [9, 10, 11, 12, 18] })
