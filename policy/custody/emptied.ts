/** Shows that the web server is empty: every row arrived as it was sent, and a scan that two people saw found nothing left. */
import { Effect, Schema } from "effect"
import { PersonId } from "../capability/member.ts"
import { Digest } from "../record/digest.ts"
import type { RuleId } from "../rule-id.ts"
import { RuleViolation } from "../rule-violation.ts"
import { makerOf, type Unforgeable } from "../unforgeable.ts"

/** As the transfer reports it: the digest of all rows at each end, and the result of a scan of the emptied files. */
export const EmptyingReport = Schema.Struct({
  sent: Digest,
  received: Digest,
  residue: Schema.Literal("none"),
  witnesses: Schema.Tuple([PersonId, PersonId]),
}).check(
  Schema.makeFilter(({ sent, received }) => sent === received || "what arrived must be what was sent"),
  Schema.makeFilter(({ witnesses: [one, other] }) => one !== other || "two different people are needed"),
)

const mark: unique symbol = Symbol("emptied")

export interface Emptied<Rule extends RuleId = "web-server-emptied-at-close"> extends Unforgeable<typeof mark, Rule> {
  /** The digest of all rows, the same at both ends. */
  readonly rows: Digest
}

const { make, isOne } = makerOf<Emptied>(mark, "web-server-emptied-at-close")

export const isEmptied = isOne

const read = Schema.decodeUnknownEffect(EmptyingReport, { onExcessProperty: "error" })

export const notEmptied = new RuleViolation({
  rule: "web-server-emptied-at-close",
  remedy: "transfer again until both ends agree, scan until nothing is found, and name two witnesses",
})

/** The only function that makes `Emptied`. */
export const confirmEmptied = (report: typeof EmptyingReport.Encoded): Effect.Effect<Emptied, RuleViolation> =>
  Effect.mapBoth(read(report), {
    onSuccess: ({ received }) => make<Emptied>({ rows: received }),
    onFailure: () => notEmptied,
  })
