/** A seventh form. */
import { defineForm } from "../../surveys/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, id: "18-25" })
