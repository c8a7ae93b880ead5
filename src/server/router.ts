/** The procedures: mutations only, so that no answer is ever in an address. */
import { Cause, Effect, Exit, Schema } from "effect"
import { Receipt, RegisterMatches } from "../../policy/publishable.ts"
import { Registers } from "../../policy/register.ts"
import { publishing } from "../../policy/rules/raw-data-never-shared.ts"
import { busy, refused } from "./refused.ts"
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
      const exit = await run(submit(input))
      if (Exit.isFailure(exit)) {
        const failure = exit.cause.reasons.find(Cause.isFailReason)
        throw refuse(failure ? refused(failure.error) : busy)
      }
      if (exit.value !== "stored" && exit.value !== "already-stored") throw refuse(busy)
      ctx.stored(exit.value)
      return Receipt.of()
    }),

    search: t.procedure.input(Schema.toStandardSchemaV1(Search, strict)).mutation(async ({ input }) => {
      const found = Effect.map(Registers, (registers) => registers.search(input.register, input.words))
      const exit = await run(found)
      if (Exit.isFailure(exit)) throw refuse(busy)
      return RegisterMatches.of(exit.value)
    }),
  }),
)

export type AppRouter = typeof appRouter
