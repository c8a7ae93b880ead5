/** Plans a publication in a member's name: reads the answers once, protects all tables together, and says of each what came of it. */
import { Effect, Result } from "effect"
import type { Columns } from "../../../db/evidence/columns/read-columns.ts"
import type { ProtectedTable } from "../../../policy/disclosure/suppress/protect.ts"
import { releaseCandidate } from "../../../policy/release/candidate.ts"
import { groupDisclosureGate } from "../../../policy/release/group-disclosure-gate.ts"
import { readJointLedger } from "../../../policy/release/joint-ledger.ts"
import type { PriorReleases } from "../../../policy/release/linked-tables-gate.ts"
import { tableGates } from "../../../policy/release/release.ts"
import { RuleViolation } from "../../../policy/rule-violation.ts"
import { smallIn, tooSparse } from "../request/assess.ts"
import { coarserRequests } from "../request/coarser-requests.ts"
import { requestText, type TableRequest } from "../request/table-request.ts"
import { tabulateRequest, type UnprotectedTable } from "../request/tabulate-request.ts"
import { titleOf } from "../request/title.ts"
import { proposalDraftOf } from "../workflow/proposal-draft.ts"
import { bareCandidate, plannedTable } from "./planned-table.ts"
import { protectPlan } from "./protect-plan.ts"

export interface PlannedOutcome {
  readonly request: TableRequest
  readonly title: string
  /** Why it cannot be had. */
  readonly because?: string
  /** A coarser request that could be planned instead. */
  readonly instead?: string
  readonly table?: UnprotectedTable
  readonly made?: ProtectedTable
  readonly small: number
}

export interface PublicationPlan {
  readonly outcomes: readonly PlannedOutcome[]
  readonly passes: number
}

/** The nearest coarser request that has few enough small cells. */
const insteadOf = Effect.fnUntraced(function* (request: TableRequest, columns: Columns) {
  for (const { cut } of coarserRequests(request)) {
    const table = yield* Effect.result(tabulateRequest(cut, columns))
    if (Result.isSuccess(table) && (yield* tooSparse(table.success)) === undefined) return requestText(cut)
  }
  return undefined
})

const cameAndWent = new RuleViolation({
  rule: "small-cells-suppressed",
  remedy: "plan nothing more: responses came and others went since an earlier release, and differences would show some",
})

export const planPublication = Effect.fnUntraced(function* (
  requests: readonly TableRequest[],
  columns: Columns,
  prior: PriorReleases,
) {
  const because = new Map<TableRequest, string>()
  const tables = new Map<TableRequest, UnprotectedTable>()
  for (const request of requests) {
    const table = yield* Effect.result(tabulateRequest(request, columns))
    if (Result.isFailure(table)) {
      because.set(request, table.failure.message)
      continue
    }
    const sparse = yield* tooSparse(table.success)
    const groups = yield* Effect.result(groupDisclosureGate(bareCandidate(table.success).facts))
    if (sparse !== undefined) because.set(request, sparse)
    else if (Result.isFailure(groups)) because.set(request, groups.failure.remedy)
    else tables.set(request, table.success)
  }
  const candidates = [...tables].map(([request, table]) => ({ request, table, candidate: bareCandidate(table) }))
  const ledger = readJointLedger([...prior.earlier, ...candidates.map(({ candidate }) => candidate)], prior.declared)
  if (ledger === undefined) return yield* cameAndWent
  const isPlanned = new Set<string>(candidates.map(({ candidate }) => candidate.id))
  const planned = candidates.flatMap(({ request, table, candidate }) => {
    const joint = ledger.tables.find(({ id }) => id === candidate.id)
    if (joint === undefined) because.set(request, "a variable or a place of it is not declared: import the geography")
    return joint === undefined ? [] : [plannedTable(request, table, joint)]
  })
  const released = { ...ledger, tables: ledger.tables.filter(({ id }) => !isPlanned.has(id)) }
  const { made, refused, passes } = yield* protectPlan(planned, { declared: prior.declared, ledger: released })
  for (const [{ request }, why] of refused) because.set(request, why)
  const protectedTables = new Map([...made].map(([{ request }, table]) => [request, table] as const))
  const outcomes: PlannedOutcome[] = []
  for (const request of requests) {
    const table = tables.get(request)
    const one = protectedTables.get(request)
    const common = { request, title: titleOf(request, columns), small: table === undefined ? 0 : smallIn(table) }
    const alone =
      table === undefined || one === undefined
        ? undefined
        : yield* Effect.result(
            tableGates(releaseCandidate(proposalDraftOf(table, one)), { ...prior, earlier: [] }, table.exception),
          )
    const why =
      because.get(request) ?? (alone !== undefined && Result.isFailure(alone) ? alone.failure.remedy : undefined)
    if (why === undefined && table !== undefined && one !== undefined) {
      outcomes.push({ ...common, table, made: one })
      continue
    }
    const instead = yield* insteadOf(request, columns)
    outcomes.push({
      ...common,
      because: why ?? "it cannot be made safe",
      ...(instead === undefined ? {} : { instead }),
    })
  }
  return { outcomes, passes } satisfies PublicationPlan
})
