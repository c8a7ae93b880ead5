/** The real door, open, with the registers that a rehearsal has. */
import { Effect, Layer } from "effect"
import { registersLayer } from "../../../db/geography/registers.ts"
import type { FormId } from "../../../policy/data/form-id.ts"
import { admit } from "../../../policy/response/admit.ts"
import { CollectionWindow } from "../../../policy/window.ts"
import { formOf } from "../../../surveys/forms.ts"

const door = Layer.merge(Layer.succeed(CollectionWindow, "always"), registersLayer)

export const admitted = (form: FormId, answers: object) => Effect.provide(admit(formOf(form), answers), door)

export const refused = (form: FormId, answers: object) => Effect.flip(admitted(form, answers))
