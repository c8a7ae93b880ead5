/** Refuses a form without privacy information. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful } from "./lawful-base.ts"

const { privacy, ...untold } = lawful

export const form = defineForm(untold)
