/** A supervisor releases a table that two others checked: audited beside everything released before, then kept with its record. */
import { Effect } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import type { Capability } from "../../policy/capability/capability.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { CellKey } from "../../policy/disclosure/audit/ledger.ts"
import { release } from "../../policy/disclosure/release.ts"
import { RuleViolation } from "../../policy/rule.ts"
import { proposalCalled } from "./proposal-called.ts"

const unchecked = new RuleViolation({
  rule: "outputs-checked",
  remedy: "let two people check it first, neither of them its author: ask -- release check",
})

/** Everything released before, and the keys of the single records that are held, which are asked for only beside something. */
export const ledgerWith = Effect.fnUntraced(function* <E>(recordKeys: Effect.Effect<readonly CellKey[], E>) {
  const { outputs } = yield* Evidence
  const earlier = (yield* outputs.releases).map(({ proposal }) => proposal)
  return { earlier, few: earlier.length === 0 ? [] : yield* recordKeys }
})

export const ledgerHere = Effect.flatMap(Evidence, ({ outputs }) => ledgerWith(outputs.recordKeys))

/** Gives back every table released so far, this one last. */
export const releaseTable = Effect.fnUntraced(function* (
  id: string,
  approval: Capability<"release-table">,
  mode: Mode,
) {
  const { outputs } = yield* Evidence
  const { proposal, checks, widened } = yield* proposalCalled(id)
  const [first, second] = checks
  if (first === undefined || second === undefined) return yield* unchecked
  const ledger = yield* ledgerHere
  const step = yield* release(proposal, { mode, checks: [first, second], approval, ledger, widened })
  yield* outputs.keepRelease(step, ledger.earlier.length)
  return (yield* outputs.releases).map(({ table }) => table)
})
