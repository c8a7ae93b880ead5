/** The procedures: mutations only, so that no answer is ever in an address. */
import { Cause, Effect, Exit, Schema } from "effect"
import { publishing } from "../../policy/response/only-publishable.ts"
import { makeReceipt, publishMatches } from "../../policy/response/publishable.ts"
import { Registers } from "../../policy/response/registers.ts"
import { busy, refused } from "./refused.ts"
import { Admission } from "./senders/admission.ts"
import { run } from "./services.ts"
import { Submission, submit } from "./submit.ts"
import { refuse, t } from "./trpc.ts"

const strict = { parseOptions: { onExcessProperty: "error" } } as const

const Search = Schema.Struct({
  register: Schema.Literals(["school", "council"]),
  words: Schema.String.check(Schema.isMaxLength(80)),
})

export const appRouter = publishing(
  t.router({
    submit: t.procedure.input(Schema.toStandardSchemaV1(Submission, strict)).mutation(async ({ input, ctx }) => {
      const exit = await run(
        Effect.gen(function* () {
          if (ctx.sender !== "in-turn") yield* (yield* Admission).admit(ctx.sender, input.token, input.work)
          return yield* submit(input)
        }),
      )
      if (Exit.isFailure(exit)) {
        const failure = exit.cause.reasons.find(Cause.isFailReason)
        throw refuse(failure ? refused(failure.error) : busy)
      }
      ctx.stored(exit.value)
      return makeReceipt()
    }),

    search: t.procedure.input(Schema.toStandardSchemaV1(Search, strict)).mutation(async ({ input }) => {
      const found = Effect.map(Registers, (registers) => registers.search(input.register, input.words))
      const exit = await run(found)
      if (Exit.isFailure(exit)) throw refuse(busy)
      return publishMatches(exit.value)
    }),
  }),
)

export type AppRouter = typeof appRouter
