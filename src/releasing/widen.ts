/** A supervisor decides that tables may be finer than a region, or takes that back: kept with its record, and read by whoever asks for one. */
import { Effect } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import type { Capability } from "../../policy/capability/capability.ts"
import { finerGeographies } from "../../policy/disclosure/finer-geography.ts"
import { narrow, type Widening, widen } from "../../policy/disclosure/widening.ts"
import { RuleViolation } from "../../policy/rule.ts"
import { isWidenedTo } from "../../policy/rules/aggregates-only-beyond-the-team.ts"

const refused = (remedy: string): RuleViolation =>
  new RuleViolation({ rule: "aggregates-only-beyond-the-team", remedy })

/** The decision that is in force for a geography. */
const inForce = Effect.fnUntraced(function* (geography: string) {
  const { outputs } = yield* Evidence
  return (yield* outputs.widenings).findLast((each) => isWidenedTo(geography, each))
})

/** The decision by which a table may be finer than a region today. */
export const widenedInForce = Effect.gen(function* () {
  const [geography] = finerGeographies
  return yield* inForce(geography)
})

export const widenTo = Effect.fnUntraced(function* (to: string, because: string, may: Capability<"widen-geography">) {
  const { outputs } = yield* Evidence
  const before = yield* inForce(to)
  if (before !== undefined) return yield* refused(`leave it: ${to} is decided since ${before.facts.on}`)
  const step = yield* widen(may, { to, because })
  yield* outputs.keepWidening(step)
  return step.state
})

/** What was released by it stays. */
export const narrowFrom = Effect.fnUntraced(function* (from: string, may: Capability<"widen-geography">) {
  const { outputs } = yield* Evidence
  const before: Widening | undefined = yield* inForce(from)
  if (before === undefined) return yield* refused(`leave it: no decision for ${from} is in force`)
  const step = yield* narrow(may, before)
  yield* outputs.keepWidening(step)
  return step.state
})
