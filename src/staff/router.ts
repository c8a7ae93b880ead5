/** Answers the procedures for staff: each requests, checks or releases a table for the person who signed in. */
import { Effect, Exit, Schema } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { recordedGrant } from "../../db/evidence/recorded-grant.ts"
import type { Team } from "../../policy/capability/member.ts"
import { parameters } from "../../policy/parameters.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { variables } from "../../surveys/variables/variables.ts"
import { requestTable } from "../tables/request/request-table.ts"
import { check } from "../tables/workflow/check.ts"
import { declaredIn } from "../tables/workflow/declared-in.ts"
import { findProposal } from "../tables/workflow/find-proposal.ts"
import { mayView } from "../tables/workflow/may-view.ts"
import { viewProposal } from "../tables/workflow/proposal-view.ts"
import { publish } from "../tables/workflow/publish.ts"
import { priorReleases } from "../tables/workflow/release.ts"
import { withEvidence } from "../tables/workflow/with-evidence.ts"
import { refusedBy, type StaffContext, type StaffRefusal, t } from "./trpc.ts"

const strict = { parseOptions: { onExcessProperty: "error" } } as const
const input = <S extends Schema.Decoder<unknown>>(schema: S) =>
  t.procedure.input(Schema.toStandardSchemaV1(schema, strict))

const ShortText = Schema.String.check(Schema.isMaxLength(500))
const StaffTableInput = Schema.Struct({
  rows: ShortText,
  columns: Schema.optionalKey(ShortText),
  filters: Schema.optionalKey(Schema.Array(ShortText).check(Schema.isMaxLength(50))),
  hidesZeros: Schema.optionalKey(Schema.Boolean),
})
const ProposalInput = Schema.Struct({ id: Schema.String.check(Schema.isPattern(/^[0-9a-f]{8,64}$/)) })

const runFor = async <A, E extends StaffRefusal>(
  { storage, window }: StaffContext,
  work: Effect.Effect<A, E, Evidence | Team | CollectionWindow>,
): Promise<A> => {
  const exit = await Effect.runPromiseExit(
    withEvidence(storage, work).pipe(Effect.provideService(CollectionWindow, window)),
  )
  if (Exit.isSuccess(exit)) return exit.value
  throw refusedBy(exit.cause)
}

const requestFor = (
  ctx: StaffContext,
  { hidesZeros = false, ...input }: typeof StaffTableInput.Type,
  isProposed: boolean,
) => runFor(ctx, requestTable(ctx.storage, { asked: input, by: ctx.who, isProposed, hidesZeros }))

export const staffRouter = t.router({
  variables: t.procedure.query(() =>
    variables.map(({ name, title, categories, above, note }) => ({ name, title, categories, above, note })),
  ),

  /** A mutation, because each reading of answers is recorded. */
  table: input(StaffTableInput).mutation(({ ctx, input }) => requestFor(ctx, input, false)),

  propose: input(StaffTableInput).mutation(({ ctx, input }) => requestFor(ctx, input, true)),

  proposals: t.procedure.query(({ ctx }) =>
    runFor(
      ctx,
      Effect.gen(function* () {
        yield* mayView(ctx.who)
        const { outputs } = yield* Evidence
        return yield* outputs.standings
      }),
    ),
  ),

  proposal: input(ProposalInput).query(({ ctx, input: { id } }) =>
    runFor(
      ctx,
      Effect.gen(function* () {
        yield* mayView(ctx.who)
        return yield* viewProposal(yield* findProposal(id), yield* priorReleases(declaredIn(ctx.storage)))
      }),
    ),
  ),

  check: input(ProposalInput).mutation(({ ctx, input: { id } }) =>
    runFor(
      ctx,
      Effect.gen(function* () {
        const checks = yield* check(id, yield* recordedGrant("check-output", ctx.who))
        return { checks, of: parameters.outputCheckers.value }
      }),
    ),
  ),

  release: input(ProposalInput).mutation(({ ctx, input: { id } }) =>
    runFor(
      ctx,
      Effect.flatMap(ctx.proving(`release-table:${id}`), (who) => publish(ctx.storage, id, who)).pipe(
        Effect.map(({ isNew, tables }) => ({ isNew, tables })),
      ),
    ),
  ),
})

export type StaffRouter = typeof staffRouter
