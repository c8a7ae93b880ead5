/** Decides in this process what the service must decide: the outcome of a body, and the row it must store. */
import { Effect, Exit, Layer, ManagedRuntime, Schema } from "effect"
import { GeographyLookup } from "../../db/geography/lookup.ts"
import { match } from "../../db/geography/match.ts"
import { registersLayer } from "../../db/geography/registers.ts"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { admit } from "../../policy/response/admit.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { Submission } from "../../src/server/submit.ts"
import { formOf } from "../../surveys/forms.ts"

const runtime = ManagedRuntime.make(
  Layer.mergeAll(GeographyLookup.layer, registersLayer, Layer.succeed(CollectionWindow, "always")),
)

const keeping = Effect.fnUntraced(function* (input: unknown) {
  const { form, token, answers } = yield* Schema.decodeUnknownEffect(Submission, { onExcessProperty: "error" })(input)
  const matched = yield* match(yield* admit(formOf(form), answers))
  return { token, kept: canonicalJson(matched) }
})

export interface Kept {
  readonly token: string
  /** Canonical JSON. */
  readonly kept: string
}

/** `undefined` when the body is to be refused. */
export const keptOf = (body: string): Kept | undefined => {
  let input: unknown
  try {
    input = JSON.parse(body)
  } catch {
    return undefined
  }
  const exit = runtime.runSyncExit(keeping(input))
  return Exit.isSuccess(exit) ? exit.value : undefined
}
