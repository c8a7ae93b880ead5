/** The 4-5 form forgets the parent. */
import { defineForm } from "../../surveys/form.ts"
import { childPages, lawfulEarlyYears } from "./lawful-base.ts"

export const form = defineForm({ ...lawfulEarlyYears, pages: childPages })
