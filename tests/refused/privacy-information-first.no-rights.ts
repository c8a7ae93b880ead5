/** Refuses a notice that names no way to complain. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful } from "./lawful-base.ts"

const { yourRights, ...child } = lawful.privacy.child

export const form = defineForm({ ...lawful, privacy: { child } })
