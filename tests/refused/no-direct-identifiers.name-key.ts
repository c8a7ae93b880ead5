/** A key that names the child, whatever category it claims. */
import { defineForm } from "../../surveys/form.ts"
import { lawful, page, text } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, pages: [...lawful.pages, page({ ...text, key: "name", topic: "hopes" })] })
