/** Refuses a notice that does not say how long answers are kept. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful } from "./lawful-base.ts"

const { howLong, ...child } = lawful.privacy.child

export const form = defineForm({ ...lawful, privacy: { child } })
