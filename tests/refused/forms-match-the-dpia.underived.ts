/** An easy-read form written by hand. */
import { defineForm } from "../../surveys/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, id: "easy-read-9-12" })
