/** Shows that one day's data can no longer be read: only a scan that found nothing makes a destruction certain. */
import { Effect, Schema } from "effect"
import { Day } from "../civil-day.ts"
import { Digest } from "../record/digest.ts"
import type { RuleId } from "../rule-id.ts"
import { RuleViolation } from "../rule-violation.ts"
import { makerOf, type Unforgeable } from "../unforgeable.ts"

/** `scan` is the digest of the scan's report; `host` the digest of the hosting company's certificate, when there is one. */
export const ResidueScan = Schema.Struct({
  of: Day,
  residue: Schema.Literal("none"),
  scan: Digest,
  host: Schema.optionalKey(Digest),
})

const mark: unique symbol = Symbol("erased")

export interface Erased<Rule extends RuleId = "retention-reviewed-after-two-years">
  extends Unforgeable<typeof mark, Rule> {
  readonly of: Day
  readonly scan: Digest
  readonly host: Digest | "missing"
}

const { make, isOne } = makerOf<Erased>(mark, "retention-reviewed-after-two-years")

export const isErased = isOne

const read = Schema.decodeUnknownEffect(ResidueScan, { onExcessProperty: "error" })

export const notErased = new RuleViolation({
  rule: "retention-reviewed-after-two-years",
  remedy: "delete again and scan again, until nothing of that day is found",
})

/** The only function that makes `Erased`. */
export const confirmErased = (report: typeof ResidueScan.Encoded): Effect.Effect<Erased, RuleViolation> =>
  Effect.mapBoth(read(report), {
    onSuccess: ({ of, scan, host }) => make<Erased>({ of, scan, host: host ?? "missing" }),
    onFailure: () => notErased,
  })
