/** Refuses a seventh form. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, id: "18-25" })
