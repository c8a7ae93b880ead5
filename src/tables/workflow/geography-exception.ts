/** Records a supervisor's decision that tables may be finer than a region, or its withdrawal; requests for tables read it. */
import { Effect } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import type { Capability } from "../../../policy/capability/capability.ts"
import { finerGeographies } from "../../../policy/data/geography.ts"
import {
  type GeographyException,
  grantGeographyException,
  withdrawGeographyException,
} from "../../../policy/release/geography-exception.ts"
import { allowsGeography } from "../../../policy/release/geography-gate.ts"
import { RuleViolation } from "../../../policy/rule-violation.ts"

const refused = (remedy: string): RuleViolation =>
  new RuleViolation({ rule: "aggregates-only-beyond-the-team", remedy })

/** The decision that is in force for a geography. */
const inForce = Effect.fnUntraced(function* (geography: string) {
  const { outputs } = yield* Evidence
  return (yield* outputs.widenings).findLast((each) => allowsGeography(geography, each))
})

/** The decision by which a table may be finer than a region today. */
export const exceptionInForce = Effect.gen(function* () {
  const [geography] = finerGeographies
  return yield* inForce(geography)
})

export const allowGeography = Effect.fnUntraced(function* (
  to: string,
  because: string,
  may: Capability<"widen-geography">,
) {
  const { outputs } = yield* Evidence
  const before = yield* inForce(to)
  if (before !== undefined) return yield* refused(`leave it: ${to} is decided since ${before.facts.on}`)
  const step = yield* grantGeographyException(may, { to, because })
  yield* outputs.keepWidening(step)
  return step.state
})

/** What was released by it stays. */
export const withdrawGeography = Effect.fnUntraced(function* (from: string, may: Capability<"widen-geography">) {
  const { outputs } = yield* Evidence
  const before: GeographyException | undefined = yield* inForce(from)
  if (before === undefined) return yield* refused(`leave it: no decision for ${from} is in force`)
  const step = yield* withdrawGeographyException(may, before)
  yield* outputs.keepWidening(step)
  return step.state
})
