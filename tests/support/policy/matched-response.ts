/** A response admitted and matched as the door would do it. */
import { Effect, Layer } from "effect"
import { GeographyLookup } from "../../../db/geography/lookup.ts"
import { match } from "../../../db/geography/match.ts"
import { registersLayer } from "../../../db/geography/registers.ts"
import type { FormId } from "../../../policy/data/form-id.ts"
import { admit } from "../../../policy/response/admit.ts"
import { CollectionWindow } from "../../../policy/window.ts"
import { formOf } from "../../../surveys/forms.ts"

const door = Layer.mergeAll(Layer.succeed(CollectionWindow, "always"), registersLayer, GeographyLookup.layer)

export const admittedAndMatched = (form: FormId, answers: object) =>
  admit(formOf(form), answers).pipe(Effect.flatMap(match), Effect.provide(door))
