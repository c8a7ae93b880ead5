/** One response's way through the door: admitted, matched, sealed and kept, or refused and gone. */
import { Effect, Schema } from "effect"
import { match } from "../../db/geography/match.ts"
import { admit } from "../../policy/admit.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { formOf } from "../../surveys/forms.ts"
import { Door } from "./door.ts"

/** What is sent; the answers are looked at by the door, form in hand. */
export const Submission = Schema.Struct({
  form: Schema.Literals(formIds),
  /** Any UUID, lower case; the same one again is the same submission again. */
  token: Schema.String.check(
    Schema.isPattern(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  ),
  answers: Schema.Unknown,
})

export const submit = Effect.fnUntraced(function* ({ form, token, answers }: typeof Submission.Type) {
  const admitted = yield* admit(formOf(form), answers)
  const matched = yield* match(admitted)
  const door = yield* Door
  return yield* door.keep(matched, token, admitted.receivedOn)
})
