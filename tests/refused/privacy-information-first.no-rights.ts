/** No way to complain is named. */
import { defineForm } from "../../surveys/form.ts"
import { lawful } from "./lawful-base.ts"

const { yourRights, ...child } = lawful.privacy.child

export const form = defineForm({ ...lawful, privacy: { child } })
