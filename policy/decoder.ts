/** A form's answers are read by one decoder, compiled once. Unknown keys are refused: Effect's decoder would otherwise strip them in silence. */
import { type Result, Schema } from "effect"
import type { WireAnswers } from "./data/answer.ts"
import type { Form } from "./data/form.ts"
import { answersOf } from "./wire.ts"

export type Decode = (input: unknown) => Result.Result<WireAnswers, Schema.SchemaError>

const decoders = new WeakMap<Form, Decode>()

export const decoderOf = (form: Form): Decode => {
  const known = decoders.get(form)
  if (known) return known
  const decode = Schema.decodeUnknownResult(answersOf(form), { onExcessProperty: "error" }) as Decode
  decoders.set(form, decode)
  return decode
}
