/** Stores the steps of a release (proposal, checks, release, geography exceptions), each with its ledger entry. */
import type { Digest } from "../../policy/record/digest.ts"
import type { Step } from "../../policy/record/step.ts"
import type { GeographyException } from "../../policy/release/geography-exception.ts"
import type { OutputCheck } from "../../policy/release/output-check.ts"
import type { Proposal } from "../../policy/release/proposal.ts"
import type { StoredRelease } from "../../policy/release/released-tables.ts"
import type { EvidenceStore, RecordDecision } from "./evidence-store.ts"
import { keepCheck, keepProposal, keepRelease, proposalOf, proposalSummaries, releasesOf } from "./releases.ts"
import { refuseUnless } from "./require-change.ts"
import { keepWidening, wideningsOf } from "./widenings.ts"

const digestIn = ({ record }: Step<StoredRelease>): Digest | undefined =>
  record.kind === "table-released" ? record.body.table : undefined

export const outputsOf = (store: EvidenceStore, record: RecordDecision) => ({
  keepProposal: (step: Step<Proposal>) =>
    record("keepProposal", step.record, (writing) => keepProposal(writing, step.state)),
  keepCheck: (step: Step<OutputCheck>) => record("keepCheck", step.record, (writing) => keepCheck(writing, step.state)),
  keepRelease: (step: Step<StoredRelease>, after: number) =>
    record("keepRelease", step.record, async (writing) => {
      const digest = digestIn(step)
      refuseUnless(digest !== undefined)
      if (digest !== undefined) await keepRelease(writing, step.state, { after, digest })
    }),
  /** Only the ledger records it: a release is final. */
  keepWithdrawal: (step: Step<StoredRelease>) => record("keepWithdrawal", step.record, async () => undefined),
  /** Only the ledger records that a decision was revoked. */
  keepWidening: (step: Step<GeographyException>) =>
    record("keepWidening", step.record, (writing) => keepWidening(writing, step.state)),
  widenings: wideningsOf(store),
  standings: proposalSummaries(store),
  proposal: (id: string) => proposalOf(store, id),
  releases: releasesOf(store),
})

export type Outputs = ReturnType<typeof outputsOf>
