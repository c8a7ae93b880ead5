/** Refuses a parent's notice that does not say that they may stop. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawfulEarlyYears } from "./lawful-base.ts"

const { youMayStop, ...parent } = lawfulEarlyYears.privacy.parent

export const form = defineForm({ ...lawfulEarlyYears, privacy: { ...lawfulEarlyYears.privacy, parent } })
