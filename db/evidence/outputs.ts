/** What the evidence store keeps of tables on their way out, each step with its record or neither. */
import type { Effect } from "effect"
import type { CellKey } from "../../policy/disclosure/audit/ledger.ts"
import type { OutputCheck } from "../../policy/disclosure/output-check.ts"
import type { Proposal } from "../../policy/disclosure/proposal.ts"
import type { Widening } from "../../policy/disclosure/widening.ts"
import type { Digest } from "../../policy/evidence/digest.ts"
import type { KeptRelease } from "../../policy/evidence/releases-now.ts"
import type { Step } from "../../policy/evidence/step.ts"
import { StoreUnavailable } from "../collection/store-unavailable.ts"
import type { Connection } from "../connect.ts"
import type { Recorded, Trying } from "./arrivals.ts"
import {
  keepCheck,
  keepProposal,
  keepRelease,
  type ProposalNow,
  proposalOf,
  recordKeys,
  releasesOf,
  type Standing,
  standings,
} from "./releases.ts"
import type { EvidenceTables } from "./schema.ts"
import { keepWidening, wideningsOf } from "./widenings.ts"

const digestIn = ({ record }: Step<KeptRelease>): Digest => {
  if (record.kind !== "table-released") throw new StoreUnavailable({ failure: "refused" })
  return record.body.table
}

export const outputsOf = (connection: Connection<EvidenceTables>, trying: Trying, recorded: Recorded) => ({
  keepProposal: (step: Step<Proposal>) => recorded(step.record, (transaction) => keepProposal(transaction, step.state)),
  keepCheck: (step: Step<OutputCheck>) => recorded(step.record, (transaction) => keepCheck(transaction, step.state)),
  keepRelease: (step: Step<KeptRelease>, after: number) =>
    recorded(step.record, (transaction) => keepRelease(transaction, step.state, { after, digest: digestIn(step) })),
  /** Taken or taken back: of the latter the ledger alone has anything to keep. */
  keepWidening: (step: Step<Widening>) => recorded(step.record, (transaction) => keepWidening(transaction, step.state)),
  widenings: trying((): Promise<readonly Widening[]> => wideningsOf(connection)),
  standings: trying((): Promise<readonly Standing[]> => standings(connection)),
  proposal: (id: string): Effect.Effect<ProposalNow | undefined, StoreUnavailable> =>
    trying(() => proposalOf(connection, id)),
  releases: trying((): Promise<readonly KeptRelease[]> => releasesOf(connection)),
  recordKeys: trying((): Promise<readonly CellKey[]> => recordKeys(connection)),
})

export type Outputs = ReturnType<typeof outputsOf>
