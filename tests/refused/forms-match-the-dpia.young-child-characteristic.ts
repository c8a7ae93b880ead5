/** Refuses a 4-5 form that asks about the child. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { about, lawfulEarlyYears } from "./lawful-base.ts"

export const form = defineForm({ ...lawfulEarlyYears, pages: [...lawfulEarlyYears.pages, about.gender] })
