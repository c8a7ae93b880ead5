/** A parent is not told that they may stop. */
import { defineForm } from "../../surveys/form.ts"
import { lawfulEarlyYears } from "./lawful-base.ts"

const { youMayStop, ...parent } = lawfulEarlyYears.privacy.parent

export const form = defineForm({ ...lawfulEarlyYears, privacy: { ...lawfulEarlyYears.privacy, parent } })
