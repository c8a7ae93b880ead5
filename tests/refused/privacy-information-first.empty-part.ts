/** A heading with nothing under it. */
import { defineForm } from "../../surveys/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, privacy: { child: { ...lawful.privacy.child, why: [] } } })
