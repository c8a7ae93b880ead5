/** Two breaches at once: both rules are named. */
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page } from "./lawful-base.ts"

const { optOut, ...open } = choice

export const form = defineForm({ ...lawful, pages: [...lawful.pages, page({ ...open, key: "name", topic: "hopes" })] })
