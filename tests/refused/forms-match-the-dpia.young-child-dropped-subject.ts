/** Refuses a 4-5 form without the parent's questions. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { childPages, lawfulEarlyYears } from "./lawful-base.ts"

export const form = defineForm({ ...lawfulEarlyYears, pages: childPages })
