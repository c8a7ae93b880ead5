/** A parent of a child of 4 or 5 is told nothing (F07). */
import { defineForm } from "../../surveys/form.ts"
import { lawfulEarlyYears } from "./lawful-base.ts"

export const form = defineForm({ ...lawfulEarlyYears, privacy: { child: lawfulEarlyYears.privacy.child } })
