/** A form that rests on something else. */
import { defineForm } from "../../surveys/form.ts"
import { lawful } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  basis: { provision: "UK GDPR Art 6(1)(a)", version: "UK", inForce: "2020-12-31" },
})
