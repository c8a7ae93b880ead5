/** The procedures for staff: what asks for a table and carries it out, by the person signed in; no address leads to them yet. */
import { Effect, Exit, Schema } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { grant } from "../../policy/capability/capability.ts"
import type { Team } from "../../policy/capability/member.ts"
import { parameters } from "../../policy/parameters.ts"
import type { CollectionWindow } from "../../policy/window.ts"
import { variables } from "../../surveys/variables/variables.ts"
import { askTable } from "../asking/ask-table.ts"
import { carrier } from "../releasing/carrier.ts"
import { check } from "../releasing/check.ts"
import { proposalCalled } from "../releasing/proposal-called.ts"
import { publish } from "../releasing/publish.ts"
import { ledgerHere } from "../releasing/release.ts"
import { shownTo } from "../releasing/shown.ts"
import { refusedBy, type StaffContext, t } from "./trpc.ts"
import { withEvidence } from "./with-evidence.ts"

const strict = { parseOptions: { onExcessProperty: "error" } } as const
const input = <S extends Schema.Decoder<unknown>>(schema: S) =>
  t.procedure.input(Schema.toStandardSchemaV1(schema, strict))

const Written = Schema.String.check(Schema.isMaxLength(500))
const Asked = Schema.Struct({
  rows: Written,
  columns: Schema.optionalKey(Written),
  filters: Schema.optionalKey(Schema.Array(Written).check(Schema.isMaxLength(50))),
  hidesZeros: Schema.optionalKey(Schema.Boolean),
})
const Proposal = Schema.Struct({ id: Schema.String.check(Schema.isPattern(/^[0-9a-f]{8,64}$/)) })

const told = async <A, E extends { readonly _tag: string; readonly message: string }>(
  { place }: StaffContext,
  work: Effect.Effect<A, E, Evidence | Team | CollectionWindow>,
): Promise<A> => {
  const exit = await Effect.runPromiseExit(withEvidence(place, work))
  if (Exit.isSuccess(exit)) return exit.value
  throw refusedBy(exit.cause)
}

const asking = (ctx: StaffContext, { hidesZeros = false, ...asked }: typeof Asked.Type, isProposed: boolean) =>
  told(ctx, askTable(ctx.place, { asked, by: ctx.person, isProposed, hidesZeros }))

export const staffRouter = t.router({
  variables: t.procedure.query(() =>
    variables.map(({ name, title, categories, above, note }) => ({ name, title, categories, above, note })),
  ),

  /** Each reading of answers is recorded, so that asking is no query. */
  table: input(Asked).mutation(({ ctx, input: asked }) => asking(ctx, asked, false)),

  propose: input(Asked).mutation(({ ctx, input: asked }) => asking(ctx, asked, true)),

  proposals: t.procedure.query(({ ctx }) =>
    told(
      ctx,
      Effect.gen(function* () {
        yield* carrier(ctx.person)
        const { outputs } = yield* Evidence
        return yield* outputs.standings
      }),
    ),
  ),

  proposal: input(Proposal).query(({ ctx, input: { id } }) =>
    told(
      ctx,
      Effect.gen(function* () {
        yield* carrier(ctx.person)
        return yield* shownTo(yield* proposalCalled(id), yield* ledgerHere)
      }),
    ),
  ),

  check: input(Proposal).mutation(({ ctx, input: { id } }) =>
    told(
      ctx,
      Effect.gen(function* () {
        const checks = yield* check(id, yield* grant("check-output", ctx.person))
        return { checks, of: parameters.outputCheckers.value }
      }),
    ),
  ),

  release: input(Proposal).mutation(({ ctx, input: { id } }) =>
    told(
      ctx,
      Effect.map(publish(ctx.place, id, ctx.person), ({ isNew, tables }) => ({ isNew, tables })),
    ),
  ),
})

export type StaffRouter = typeof staffRouter
