/** Takes one response in: admits it, matches its postcode, and stores it sealed; or refuses it. */
import { Effect, Schema } from "effect"
import { match } from "../../db/geography/match.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { admit } from "../../policy/response/admit.ts"
import { openToday } from "../../policy/window.ts"
import { formOf } from "../../surveys/forms.ts"
import { notClosing } from "./channel.ts"
import { openWaiting } from "./open-waiting.ts"
import { SealingQueue } from "./sealing-queue.ts"
import { Work } from "./senders/work.ts"

/** Any UUID in lower case; a submission with the same token is the same submission. */
const Token = Schema.String.check(
  Schema.isPattern(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
)

/** What the reply asked for before, with the work done; or that no work can be done here. */
const WorkDone = Schema.optional(Schema.Union([Work, Schema.Literal("cannot")]))

/** A submission as sent. `admit` decodes the answers, because only the form says what they may be. */
export const Submission = Schema.Struct({
  form: Schema.Literals(formIds),
  token: Token,
  answers: Schema.Unknown,
  work: WorkDone,
})

/** A survey that waited on a device, sealed to the key of a day. */
export const WaitingSubmission = Schema.Struct({
  form: Schema.Literals(formIds),
  token: Token,
  day: Schema.String.check(Schema.isPattern(/^\d{4}-\d{2}-\d{2}$/)),
  sealed: Schema.String.check(Schema.isPattern(/^[A-Za-z0-9+/]{200,60000}={0,2}$/)),
  work: WorkDone,
})

// Untraced, as are `admit` and `match`: a span costs 3 µs, and every response passes here.
export const submit = Effect.fnUntraced(function* ({ form, token, answers }: typeof Submission.Type) {
  yield* notClosing
  const admitted = yield* admit(formOf(form), answers)
  const matched = yield* match(admitted)
  const queue = yield* SealingQueue
  return yield* queue.store(matched, token, admitted.receivedOn)
})

/** Counts as received today: how long it waited is kept nowhere. */
export const submitWaiting = Effect.fnUntraced(function* (waiting: typeof WaitingSubmission.Type) {
  yield* notClosing
  yield* openToday
  const { form, token } = waiting
  return yield* submit({ form, token, answers: yield* openWaiting(waiting) })
})
