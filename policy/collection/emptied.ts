/** That the web server is empty: every row arrived as it was sent, two people saw it, and nothing can be read where it lay. */
import { Effect, Schema } from "effect"
import { PersonId } from "../capability/member.ts"
import { Digest } from "../evidence/digest.ts"
import { RuleViolation } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"

/** As the transfer reports it: digests of all rows at both ends, and what a scan of the emptied files found. */
export const Custody = Schema.Struct({
  sent: Digest,
  received: Digest,
  residue: Schema.Literal("none"),
  witnesses: Schema.Tuple([PersonId, PersonId]),
}).check(
  Schema.makeFilter(({ sent, received }) => sent === received || "what arrived must be what was sent"),
  Schema.makeFilter(({ witnesses: [one, other] }) => one !== other || "two different people are needed"),
)

class Emptied<Rule extends RuleId = "web-server-emptied-at-close"> {
  /** Of all rows, the same at both ends. */
  readonly rows: Digest
  readonly #rule: Rule | undefined

  constructor(rows: Digest) {
    this.rows = rows
    this.#rule = undefined
    Object.freeze(this)
  }

  static readonly isOne = (value: object): boolean => #rule in value
}

export type { Emptied }

export const isEmptied = Emptied.isOne

const read = Schema.decodeUnknownEffect(Custody, { onExcessProperty: "error" })

export const notEmptied = new RuleViolation({
  rule: "web-server-emptied-at-close",
  remedy: "transfer again until both ends agree, scan until nothing is found, and name two witnesses",
})

/** Makes `Emptied`; the only function that does. */
export const confirmEmptied = (custody: typeof Custody.Encoded): Effect.Effect<Emptied, RuleViolation> =>
  Effect.mapBoth(read(custody), {
    onSuccess: ({ received }) => new Emptied(received),
    onFailure: () => notEmptied,
  })
