/** Proposes a table for release: it is kept with its record, and leaves nowhere yet. */
import { Effect } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { grant } from "../../policy/capability/capability.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import { proposeTable } from "../../policy/disclosure/proposal.ts"
import type { Protected } from "../../policy/disclosure/suppress/protect.ts"
import type { Digest } from "../../policy/evidence/digest.ts"
import type { CutTable } from "../asking/answered.ts"
import { proposedParts } from "./proposed-parts.ts"

export type ProposalId = Digest

export const propose = Effect.fnUntraced(function* (cutTable: CutTable, protectedTable: Protected, author: PersonId) {
  const evidence = yield* Evidence
  const may = yield* grant("read-responses", author)
  const step = yield* proposeTable(may, proposedParts(cutTable, protectedTable), cutTable.widened)
  yield* evidence.outputs.keepProposal(step)
  const id: ProposalId = step.state.id
  return id
})
