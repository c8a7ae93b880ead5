/** Refuses to release an output without a check. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { PriorReleases } from "../../policy/release/linked-tables-gate.ts"
import type { Proposal } from "../../policy/release/proposal.ts"
import { release } from "../../policy/release/release.ts"

declare const proposal: Proposal
declare const approval: Capability<"release-table">
declare const prior: PriorReleases
export const released = release(proposal, { mode: "live", checks: [], approval, prior })
