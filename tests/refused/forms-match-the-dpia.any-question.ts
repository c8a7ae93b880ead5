/** Refuses a question of type `any`, which hides what it asks from every rule. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful, page } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, pages: [...lawful.pages, page(JSON.parse("{}"))] })
