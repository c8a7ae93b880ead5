/** A second checker made up on the spot. */
import { checkOutput, type OutputCheck } from "../../policy/disclosure/output-check.ts"
import type { Proposal } from "../../policy/disclosure/proposal.ts"
import type { Checker } from "../../policy/rules/outputs-checked.ts"

declare const first: Checker
declare const proposal: Proposal
declare const earlier: readonly OutputCheck[]
const { person, lastDay } = first
export const checked = checkOutput({ power: "check-output", role: "dpo", person, lastDay }, proposal, earlier)
