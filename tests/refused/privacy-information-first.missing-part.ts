/** Nothing is said of how long. */
import { defineForm } from "../../surveys/form.ts"
import { lawful } from "./lawful-base.ts"

const { howLong, ...child } = lawful.privacy.child

export const form = defineForm({ ...lawful, privacy: { child } })
