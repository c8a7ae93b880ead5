/** The form is opened to 18-year-olds. */
import { defineForm } from "../../surveys/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, ages: [9, 10, 11, 12, 18] })
