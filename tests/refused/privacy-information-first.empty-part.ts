/** Refuses a notice with a heading and no facts under it. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, privacy: { child: { ...lawful.privacy.child, why: [] } } })
