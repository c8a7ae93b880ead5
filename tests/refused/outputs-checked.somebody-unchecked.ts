/** Refuses a second check that is only a name. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { PriorReleases } from "../../policy/release/linked-tables-gate.ts"
import type { OutputCheck } from "../../policy/release/output-check.ts"
import type { Proposal } from "../../policy/release/proposal.ts"
import { release } from "../../policy/release/release.ts"

declare const proposal: Proposal
declare const approval: Capability<"release-table">
declare const prior: PriorReleases
declare const check: OutputCheck
export const released = release(proposal, { mode: "live", checks: [check, "B. Person"], approval, prior })
