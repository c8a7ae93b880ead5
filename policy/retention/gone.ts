/** That nothing of a day's data can be read any more: only a scan that found nothing makes a destruction certain. */
import { Effect, Schema } from "effect"
import { Day } from "../civil-day.ts"
import { Digest } from "../evidence/digest.ts"
import { RuleViolation } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"

/** `scan` is the digest of the scan's own report; `host` that of the certificate of whoever runs the servers, when there is one. */
export const ResidueScan = Schema.Struct({
  of: Day,
  residue: Schema.Literal("none"),
  scan: Digest,
  host: Schema.optionalKey(Digest),
})

class Gone<Rule extends RuleId = "retention-reviewed-after-two-years"> {
  readonly of: Day
  readonly scan: Digest
  readonly host: Digest | "missing"
  readonly #rule: Rule | undefined

  constructor({ of, scan, host }: typeof ResidueScan.Type) {
    this.of = of
    this.scan = scan
    this.host = host ?? "missing"
    this.#rule = undefined
    Object.freeze(this)
  }

  static readonly isOne = (value: object): boolean => #rule in value
}

export type { Gone }

export const isGone = Gone.isOne

const read = Schema.decodeUnknownEffect(ResidueScan, { onExcessProperty: "error" })

export const notGone = new RuleViolation({
  rule: "retention-reviewed-after-two-years",
  remedy: "delete again and scan again, until nothing of that day is found",
})

/** Makes `Gone`; the only function that does. */
export const confirmGone = (scan: typeof ResidueScan.Encoded): Effect.Effect<Gone, RuleViolation> =>
  Effect.mapBoth(read(scan), { onSuccess: (found) => new Gone(found), onFailure: () => notGone })
