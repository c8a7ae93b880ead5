/** The procedures: mutations only, so that no answer is ever in an address. */
import { Cause, Effect, Exit, Schema } from "effect"
import { publishing } from "../../policy/response/only-publishable.ts"
import { makeReceipt, publishMatches } from "../../policy/response/publishable.ts"
import { Registers } from "../../policy/response/registers.ts"
import { busy, refused } from "./refused.ts"
import { Admission } from "./senders/admission.ts"
import { run } from "./services.ts"
import { Submission, submit, submitWaiting, WaitingSubmission } from "./submit.ts"
import { type RequestContext, refuse, t } from "./trpc.ts"

const strict = { parseOptions: { onExcessProperty: "error" } } as const

const Search = Schema.Struct({
  register: Schema.Literals(["school", "council"]),
  words: Schema.String.check(Schema.isMaxLength(80)),
})

type Turn = Pick<typeof Submission.Type, "token" | "work">
type Kept = ReturnType<typeof submit> | ReturnType<typeof submitWaiting>

/** Both ways in take their turn alike, and end in the same receipt. */
const inTurn = async ({ sender, stored }: RequestContext, { token, work }: Turn, keeping: Kept) => {
  const exit = await run(
    Effect.gen(function* () {
      if (sender !== "in-turn") yield* (yield* Admission).admit(sender, token, work)
      return yield* keeping
    }),
  )
  if (Exit.isFailure(exit)) {
    const failure = exit.cause.reasons.find(Cause.isFailReason)
    throw refuse(failure ? refused(failure.error) : busy)
  }
  stored(exit.value)
  return makeReceipt()
}

export const appRouter = publishing(
  t.router({
    submit: t.procedure
      .input(Schema.toStandardSchemaV1(Submission, strict))
      .mutation(({ input, ctx }) => inTurn(ctx, input, submit(input))),

    submitWaiting: t.procedure
      .input(Schema.toStandardSchemaV1(WaitingSubmission, strict))
      .mutation(({ input, ctx }) => inTurn(ctx, input, submitWaiting(input))),

    search: t.procedure.input(Schema.toStandardSchemaV1(Search, strict)).mutation(async ({ input }) => {
      const found = Effect.map(Registers, (registers) => registers.search(input.register, input.words))
      const exit = await run(found)
      if (Exit.isFailure(exit)) throw refuse(busy)
      return publishMatches(exit.value)
    }),
  }),
)

export type AppRouter = typeof appRouter
