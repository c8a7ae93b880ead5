/** What the gates of a release look at: a table with its proof, whether anybody has proposed it or not. */
import { canonicalJson } from "../record/canonical-json.ts"
import { type Digest, digestOf } from "../record/digest.ts"
import type { ProposalDraft } from "./proposal.ts"

/** Every proposal is one; `release` takes nothing but a proposal. */
export interface ReleaseCandidate {
  readonly id: Digest
  readonly facts: ProposalDraft
}

export const releaseCandidate = (facts: ProposalDraft): ReleaseCandidate => ({
  id: digestOf(canonicalJson(facts)),
  facts,
})
