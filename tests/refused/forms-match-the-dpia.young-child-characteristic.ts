/** The 4-5 form asks about the child. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawfulEarlyYears } from "./lawful-base.ts"

export const form = defineForm({ ...lawfulEarlyYears, pages: [...lawfulEarlyYears.pages, about.gender] })
