/** What may be written down for good: a closed list of kinds, none with a field that could hold an answer, a name or free writing. */
import { Effect, Schema } from "effect"
import { powers } from "../capability/power.ts"
import { notGrantedReasons } from "../capability/standing.ts"
import { Day } from "../civil-day.ts"
import { modes } from "../data/mode.ts"
import { roles } from "../data/role.ts"
import { finerGeographies } from "../disclosure/finer-geography.ts"
import { Digest } from "./digest.ts"

/** How long the ledger was, or how many rows went: a whole number that is told to nobody but the keeper. */
export const Tally = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 2 ** 40 })).pipe(Schema.brand("Tally"))

const Role = Schema.Literals(roles)
const Power = Schema.Literals(powers)
const By = Schema.Literals([...roles, "clock"])

const record = <const K extends string, F extends Schema.Struct.Fields>(kind: K, body: F) =>
  Schema.Struct({ kind: Schema.Literal(kind), body: Schema.Struct(body) })

/** Reasons and certificates are kept where they can be erased; here stands their digest. */
export const DecisionRecord = Schema.Union([
  record("ledger-begun", { mode: Schema.Literals(modes) }),
  record("power-granted", { power: Power, role: Role, until: Day }),
  record("power-refused", { power: Power, because: Schema.Literals(notGrantedReasons) }),
  // The digest is of an id drawn at random, so that it tells who it is only to those who have the list.
  record("member-listed", { member: Digest, role: Role, until: Day, on: Day }),
  record("member-unlisted", { member: Digest, role: Role, on: Day }),
  record("responses-read", { power: Power, role: Role, of: Day }),
  record("collection-opened", { on: Day }),
  record("collection-closing", { on: Day, by: Schema.Literals([...roles, "clock", "rehearsal"]) }),
  record("collection-closed", { on: Day, rows: Digest }),
  // Written when the day's private key is gone; the digest is keyed by it, so that nothing can be tried against it.
  record("day-transferred", { of: Day, on: Day, responses: Tally, digest: Digest }),
  // Sealed rows that no key opens, counted as they were removed.
  record("answers-given-up", { of: Day, on: Day, responses: Tally, by: Schema.Literals([...roles, "rehearsal"]) }),
  // Traces outside the evidence store, whose words of the child's own may hold anything until a person has cleaned them.
  record("residue-scanned", { on: Day, files: Tally, traces: Tally }),
  record("extract-taken", { extract: Digest, reason: Digest, expiresOn: Day }),
  record("extract-deletion-certified", { extract: Digest, attestation: Digest, deletedOn: Day }),
  record("review-fell-due", { of: Day, decideBefore: Day }),
  record("review-overdue", { of: Day }),
  record("retention-extended", { of: Day, until: Day, necessity: Digest, proportionality: Digest, by: Role }),
  record("data-destroyed", { of: Day, on: Day, by: By, residueScan: Digest }),
  // Why is kept with the decision; taken back, it allows nothing more, and what was released by then stays.
  record("geography-widened", {
    decision: Digest,
    to: Schema.Literals(finerGeographies),
    because: Digest,
    by: Role,
    on: Day,
  }),
  record("geography-narrowed", { decision: Digest, by: Role, on: Day }),
  // Of everything proposed, witnesses and all; whoever does not know the keys of the cells can guess nothing from it.
  record("table-proposed", { proposal: Digest, on: Day }),
  record("output-checked", { proposal: Digest, on: Day }),
  record("table-released", { proposal: Digest, audit: Digest, table: Digest, on: Day }),
  record("report-signed", { report: Digest, length: Tally, head: Digest }),
])

export type DecisionRecord = typeof DecisionRecord.Type
export type RecordKind = DecisionRecord["kind"]

export const recordKinds: readonly RecordKind[] = DecisionRecord.members.map(({ fields }) => fields.kind.literal)

/** Unknown fields are refused: whatever is not on the list is not written. */
export const readDecisionRecord = Schema.decodeUnknownResult(DecisionRecord, { onExcessProperty: "error" })

/** For a record of our own making, which is always one of the list. */
export const decided = (record: typeof DecisionRecord.Encoded): Effect.Effect<DecisionRecord> =>
  Effect.orDie(Effect.fromResult(readDecisionRecord(record)))
