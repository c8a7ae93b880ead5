/** Takes one response in: admits it, matches its postcode, and stores it sealed; or refuses it. */
import { Effect, Schema } from "effect"
import { match } from "../../db/geography/match.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { admit } from "../../policy/response/admit.ts"
import { formOf } from "../../surveys/forms.ts"
import { notClosing } from "./channel.ts"
import { SealingQueue } from "./sealing-queue.ts"
import { Work } from "./senders/work.ts"

/** A submission as sent. `admit` decodes the answers, because only the form says what they may be. */
export const Submission = Schema.Struct({
  form: Schema.Literals(formIds),
  /** Any UUID in lower case; a submission with the same token is the same submission. */
  token: Schema.String.check(
    Schema.isPattern(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  ),
  answers: Schema.Unknown,
  /** What the reply asked for before, with the work done; or that no work can be done here. */
  work: Schema.optional(Schema.Union([Work, Schema.Literal("cannot")])),
})

// Untraced, as are `admit` and `match`: a span costs 3 µs, and every response passes here.
export const submit = Effect.fnUntraced(function* ({ form, token, answers }: typeof Submission.Type) {
  yield* notClosing
  const admitted = yield* admit(formOf(form), answers)
  const matched = yield* match(admitted)
  const queue = yield* SealingQueue
  return yield* queue.store(matched, token, admitted.receivedOn)
})
