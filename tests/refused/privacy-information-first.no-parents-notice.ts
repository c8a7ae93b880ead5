/** Refuses a 4-5 form without the parent's notice (F07). */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawfulEarlyYears } from "./lawful-base.ts"

export const form = defineForm({ ...lawfulEarlyYears, privacy: { child: lawfulEarlyYears.privacy.child } })
