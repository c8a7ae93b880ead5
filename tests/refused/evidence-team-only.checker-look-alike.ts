/** Refuses an object that looks like a second checker. */
import type { Checker } from "../../policy/release/checker-gate.ts"
import { checkOutput, type OutputCheck } from "../../policy/release/output-check.ts"
import type { Proposal } from "../../policy/release/proposal.ts"

declare const first: Checker
declare const proposal: Proposal
declare const earlier: readonly OutputCheck[]
const { person, lastDay } = first
export const checked = checkOutput({ power: "check-output", role: "dpo", person, lastDay }, proposal, earlier)
