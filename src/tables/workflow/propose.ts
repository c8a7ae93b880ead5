/** Proposes a table for release: it is kept with its record, and leaves nowhere yet. */
import { Effect } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { recordedGrant, type Who } from "../../../db/evidence/recorded-grant.ts"
import type { ProtectedTable } from "../../../policy/disclosure/suppress/protect.ts"
import type { Digest } from "../../../policy/record/digest.ts"
import { proposeTable } from "../../../policy/release/proposal.ts"
import type { UnprotectedTable } from "../request/tabulate-request.ts"
import { proposalDraftOf } from "./proposal-draft.ts"

export type ProposalId = Digest

export const propose = Effect.fnUntraced(function* (
  cutTable: UnprotectedTable,
  protectedTable: ProtectedTable,
  author: Who,
) {
  const evidence = yield* Evidence
  const may = yield* recordedGrant("read-responses", author)
  const step = yield* proposeTable(may, proposalDraftOf(cutTable, protectedTable), cutTable.exception)
  yield* evidence.outputs.keepProposal(step)
  const id: ProposalId = step.state.id
  return id
})
