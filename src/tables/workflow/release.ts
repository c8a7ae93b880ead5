/** Releases a table that two others checked: audited together with all earlier releases, then stored with its record. */
import { Effect } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import type { Capability } from "../../../policy/capability/capability.ts"
import type { Mode } from "../../../policy/data/mode.ts"
import type { DeclaredVariables } from "../../../policy/release/declared-variables.ts"
import type { PriorReleases } from "../../../policy/release/linked-tables-gate.ts"
import { release } from "../../../policy/release/release.ts"
import { RuleViolation } from "../../../policy/rule-violation.ts"
import { findProposal } from "./find-proposal.ts"

const unchecked = new RuleViolation({
  rule: "outputs-checked",
  remedy: "let two people check it first, neither of them its author: ask -- release check",
})

/** All earlier releases, and the variables by which they are read. */
export const priorReleases = Effect.fnUntraced(function* (declared: DeclaredVariables) {
  const { outputs } = yield* Evidence
  const released = yield* outputs.releases
  return {
    earlier: released.map(({ proposal }) => proposal),
    withdrawn: released.flatMap(({ proposal, withdrawnOn }) => (withdrawnOn === undefined ? [] : [proposal.id])),
    declared,
  } satisfies PriorReleases
})

interface ReleaseTerms {
  readonly mode: Mode
  readonly declared: DeclaredVariables
}

export const releaseTable = Effect.fnUntraced(function* (
  id: string,
  approval: Capability<"release-table">,
  { mode, declared }: ReleaseTerms,
) {
  const { outputs } = yield* Evidence
  const { proposal, checks, exception } = yield* findProposal(id)
  const [first, second] = checks
  if (first === undefined || second === undefined) return yield* unchecked
  const prior = yield* priorReleases(declared)
  const step = yield* release(proposal, { mode, checks: [first, second], approval, prior, exception })
  yield* outputs.keepRelease(step, prior.earlier.length)
})
