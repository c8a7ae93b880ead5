/** Refuses a form on another lawful basis. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  basis: { provision: "UK GDPR Art 6(1)(a)", version: "UK", inForce: "2020-12-31" },
})
