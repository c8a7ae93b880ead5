/** Refuses a form without an Article 6 basis. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful } from "./lawful-base.ts"

const { basis, ...baseless } = lawful

export const form = defineForm(baseless)
