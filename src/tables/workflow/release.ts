/** Releases a table that two others checked: audited together with all earlier releases, then stored with its record. */
import { Effect } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import type { Capability } from "../../../policy/capability/capability.ts"
import type { Mode } from "../../../policy/data/mode.ts"
import type { CellKey } from "../../../policy/disclosure/audit/linked-table.ts"
import type { PriorReleases } from "../../../policy/release/linked-tables-gate.ts"
import { release } from "../../../policy/release/release.ts"
import { RuleViolation } from "../../../policy/rule-violation.ts"
import { declaredVariables } from "../../../surveys/variables/declared-variables.ts"
import { findProposal } from "./find-proposal.ts"

const unchecked = new RuleViolation({
  rule: "outputs-checked",
  remedy: "let two people check it first, neither of them its author: ask -- release check",
})

/** All earlier releases, and the keys of the single records, which are read only if there are earlier releases. */
export const priorReleasesWith = Effect.fnUntraced(function* <E>(recordKeys: Effect.Effect<readonly CellKey[], E>) {
  const { outputs } = yield* Evidence
  const earlier = (yield* outputs.releases).map(({ proposal }) => proposal)
  return {
    earlier,
    recordKeys: earlier.length === 0 ? [] : yield* recordKeys,
    declared: declaredVariables,
  } satisfies PriorReleases
})

export const priorReleases = Effect.flatMap(Evidence, ({ outputs }) => priorReleasesWith(outputs.recordKeys))

/** Gives back every table released so far, this one last. */
export const releaseTable = Effect.fnUntraced(function* (
  id: string,
  approval: Capability<"release-table">,
  mode: Mode,
) {
  const { outputs } = yield* Evidence
  const { proposal, checks, exception } = yield* findProposal(id)
  const [first, second] = checks
  if (first === undefined || second === undefined) return yield* unchecked
  const prior = yield* priorReleases
  const step = yield* release(proposal, { mode, checks: [first, second], approval, prior, exception })
  yield* outputs.keepRelease(step, prior.earlier.length)
  return (yield* outputs.releases).map(({ table }) => table)
})
