/** A question that cannot be declined. */
import { defineForm } from "../../surveys/form.ts"
import { choice, lawful, page } from "./lawful-base.ts"

const { optOut, ...open } = choice

export const form = defineForm({ ...lawful, pages: [...lawful.pages, page({ ...open, key: "more", topic: "hopes" })] })
