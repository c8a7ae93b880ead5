/** A form without an Article 6 basis. */
import { defineForm } from "../../surveys/form.ts"
import { lawful } from "./lawful-base.ts"

const { basis, ...baseless } = lawful

export const form = defineForm(baseless)
