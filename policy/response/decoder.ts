/** Decodes a form's answers with a decoder that is compiled once. It refuses unknown keys, which Effect drops by default. */
import { Result, Schema } from "effect"
import type { WireAnswers } from "../data/answer.ts"
import type { Form } from "../data/form.ts"
import { quickReaderOf } from "./quick-reader.ts"
import { answersOf } from "./wire.ts"

export type Decode = (input: unknown) => Result.Result<WireAnswers, Schema.SchemaError>

/** The questions alone say which answers are accepted. */
type Asked = Pick<Form, "pages">

const decoders = new WeakMap<Asked, Decode>()

export const decoderOf = (form: Asked): Decode => {
  const known = decoders.get(form)
  if (known) return known
  const read = quickReaderOf(form)
  const decideOn = Schema.decodeUnknownResult(answersOf(form), { onExcessProperty: "error" }) as Decode
  const decode: Decode = (input) => {
    const answers = read(input)
    return answers === undefined ? decideOn(input) : Result.succeed(answers)
  }
  decoders.set(form, decode)
  return decode
}
