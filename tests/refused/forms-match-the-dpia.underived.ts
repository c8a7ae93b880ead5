/** Refuses an easy-read form that is not derived from its standard form. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, id: "easy-read-9-12" })
