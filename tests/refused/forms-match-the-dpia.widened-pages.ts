/** Refuses pages that the compiler cannot count. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, pages: lawful.pages.slice() })
