/** What the gates of a release look at: a table with its proof, whether anybody has proposed it or not. */
import { canonicalJson } from "../evidence/canonical-json.ts"
import { type Digest, digestOf } from "../evidence/digest.ts"
import type { ProposalDraft } from "./proposal.ts"

/** Every proposal is one; `release` takes nothing but a proposal. */
export interface Auditable {
  readonly id: Digest
  readonly facts: ProposalDraft
}

export const auditable = (facts: ProposalDraft): Auditable => ({ id: digestOf(canonicalJson(facts)), facts })
