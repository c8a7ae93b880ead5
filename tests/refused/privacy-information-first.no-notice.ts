/** No privacy information at all. */
import { defineForm } from "../../surveys/form.ts"
import { lawful } from "./lawful-base.ts"

const { privacy, ...untold } = lawful

export const form = defineForm(untold)
