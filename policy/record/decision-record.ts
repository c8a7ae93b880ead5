/** Lists every kind of decision record; no kind has a field that could hold an answer, a name or free text. */
import { Effect, Schema } from "effect"
import { notProvenReasons, proofs } from "../capability/acting.ts"
import { powers } from "../capability/power.ts"
import { notGrantedReasons } from "../capability/standing.ts"
import { Day } from "../civil-day.ts"
import { finerGeographies } from "../data/geography.ts"
import { modes } from "../data/mode.ts"
import { purposes } from "../data/purpose.ts"
import { roles } from "../data/role.ts"
import { declarationKinds } from "../deployment/declaration.ts"
import { Digest } from "./digest.ts"
import { scannedPostcodes, scannedStores, scanWays } from "./residue-scan.ts"

/** The length of the ledger, or a number of rows: an exact count, which only the keeper sees. */
export const Tally = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 2 ** 40 })).pipe(Schema.brand("Tally"))

const Role = Schema.Literals(roles)
const Power = Schema.Literals(powers)
const By = Schema.Literals([...roles, "clock"])

const record = <const K extends string, F extends Schema.Struct.Fields>(kind: K, body: F) =>
  Schema.Struct({ kind: Schema.Literal(kind), body: Schema.Struct(body) })

const complaint = { complaint: Digest, by: Role, member: Digest, on: Day } as const
const complaintActs = [
  record("complaint-read", complaint),
  record("complaint-acknowledged", complaint),
  record("complaint-replied", complaint),
  record("complaint-removed", complaint),
  record("complaint-retention-ended", { complaint: Digest, by: Schema.Literal("clock"), on: Day }),
] as const

const view = { text: Digest, by: Role, member: Digest, on: Day } as const
const texts = { of: Day, on: Day, texts: Tally, digest: Digest, detector: Tally } as const
/** Without `by` an operator did it at a shell. */
const access = { member: Digest, by: Schema.optionalKey(Digest), on: Day } as const
const signingIn = [
  record("enrolment-offered", access),
  record("enrolment-confirmed", access),
  record("passkey-enrolled", { member: Digest, on: Day }),
  record("signed-in", { member: Digest, on: Day }),
  record("sessions-ended", access),
] as const

/** Reasons and certificates are stored where they can be erased; the record holds their digest. */
export const DecisionRecord = Schema.Union([
  record("ledger-begun", { mode: Schema.Literals(modes) }),
  // Entries of earlier versions name neither the person nor how it was known who acts.
  record("power-granted", {
    power: Power,
    role: Role,
    until: Day,
    member: Schema.optionalKey(Digest),
    proof: Schema.optionalKey(Schema.Literals(proofs)),
  }),
  record("power-refused", { power: Power, because: Schema.Literals([...notGrantedReasons, ...notProvenReasons]) }),
  // The digest of a random id: only a person with the named list can tell whose it is.
  record("member-listed", { member: Digest, role: Role, until: Day, on: Day, by: Schema.optionalKey(Digest) }),
  record("member-unlisted", { member: Digest, role: Role, on: Day }),
  ...signingIn,
  // Entries of earlier versions name no purpose: there was one only.
  record("responses-read", {
    power: Power,
    role: Role,
    of: Day,
    purpose: Schema.optionalKey(Schema.Literals(purposes)),
  }),
  record("collection-opened", { on: Day }),
  record("collection-closing", { on: Day, by: Schema.Literals([...roles, "clock", "rehearsal"]) }),
  // Each of the two people who saw the close, before it is recorded.
  record("close-witnessed", { member: Digest, role: Role, on: Day }),
  record("collection-closed", { on: Day, rows: Digest }),
  // Written once the day's private key is destroyed. The digest is keyed by it, so that no guess can be tested.
  record("day-transferred", { of: Day, on: Day, responses: Tally, digest: Digest }),
  // Sealed rows that no key can open, counted as they were removed.
  record("answers-given-up", { of: Day, on: Day, responses: Tally, by: Schema.Literals([...roles, "rehearsal"]) }),
  // Each store of a scan, and then all of them. Free text may contain a postcode until a person has cleaned it: counted apart.
  record("store-scanned", {
    on: Day,
    store: Schema.Literals(scannedStores),
    how: Schema.Literals(scanWays),
    files: Tally,
    traces: Tally,
    freeText: Tally,
    unread: Tally,
    words: Tally,
    postcodes: Schema.Literals(scannedPostcodes),
  }),
  record("residue-scanned", { on: Day, files: Tally, traces: Tally }),
  // All released texts of a day after a release or a recall: how many, and their digest in any order.
  record("texts-released", { ...texts, by: Role, member: Digest }),
  record("texts-recalled", texts),
  // Every copy of the words of a day's released texts, by the digest of that release.
  record("text-copies-destroyed", { of: Day, on: Day, texts: Tally, digest: Digest }),
  // The digest of a text's place, whose response has a random id.
  record("text-viewed", view),
  record("text-reviewed", view),
  record("text-review-undone", view),
  record("text-escalated", view),
  record("text-audit-drawn", { on: Day, texts: Tally, detector: Tally }),
  record("extract-taken", { extract: Digest, reason: Digest, expiresOn: Day }),
  record("extract-deletion-certified", { extract: Digest, attestation: Digest, deletedOn: Day }),
  record("review-fell-due", { of: Day, decideBefore: Day }),
  record("review-overdue", { of: Day }),
  record("retention-extended", {
    of: Day,
    until: Day,
    necessity: Digest,
    proportionality: Digest,
    by: Role,
    first: Digest,
    second: Digest,
  }),
  record("destruction-decided", { of: Day, on: Day, by: Role, first: Digest, second: Digest }),
  // The clock had jumped: a person says that the date is right, so that retention goes on.
  record("clock-confirmed", { on: Day, after: Day, by: Role, member: Digest }),
  record("data-destroyed", { of: Day, on: Day, by: By, residueScan: Digest }),
  // The reason is stored with the decision. A withdrawn decision allows no new release; earlier releases remain.
  record("geography-widened", {
    decision: Digest,
    to: Schema.Literals(finerGeographies),
    because: Digest,
    by: Role,
    on: Day,
  }),
  record("geography-narrowed", { decision: Digest, by: Role, on: Day }),
  // The digest of how responses were weighted: a weight that the ledger does not know is not used.
  record("weight-made", { weight: Digest, on: Day }),
  // A file of answers for analysis; its card states owner, purpose, variables and the digest of the file.
  record("working-copy-made", { copy: Digest, card: Digest, owner: Digest, expiresOn: Day, on: Day }),
  record("working-copy-deleted", { copy: Digest, attestation: Digest, deletedOn: Day, by: Role, member: Digest }),
  // The digest of what was looked at, and of why.
  record("answers-explored", { look: Digest, reason: Digest, member: Digest, on: Day }),
  // The digest of the whole proposal. Without the keys of its cells nothing can be guessed from it.
  record("table-proposed", { proposal: Digest, on: Day }),
  record("output-checked", { proposal: Digest, on: Day }),
  record("table-released", { proposal: Digest, audit: Digest, table: Digest, on: Day }),
  // What was published stays known: a withdrawn table is named as such, and is audited with every later one.
  record("table-withdrawn", { proposal: Digest, by: Role, member: Digest, on: Day }),
  // A sign-off, decision, waiver or attestation: its text is stored with it. A later one about the same subject replaces it.
  record("declaration-made", { declaration: Digest, of: Schema.Literals(declarationKinds), by: Role, on: Day }),
  record("declaration-withdrawn", { declaration: Digest, by: Role, on: Day }),
  // Each by a person on the list. The digest of the hash of a random reference: nothing leads from it to who complained.
  ...complaintActs,
  // A backup was restored: it lacks this number of entries that were known, up to this head.
  record("ledger-restored", { lost: Tally, head: Digest, on: Day }),
  // The length and head of the ledger that the report states, for the next one to compare.
  record("report-made", { report: Digest, length: Tally, head: Digest, on: Day }),
  // The digest of the public key, and the length and head that the signature states.
  record("report-signed", { report: Digest, key: Digest, length: Tally, head: Digest, on: Day }),
])

export type DecisionRecord = typeof DecisionRecord.Type
export type RecordKind = DecisionRecord["kind"]

export const recordKinds: readonly RecordKind[] = DecisionRecord.members.map(({ fields }) => fields.kind.literal)

/** Refuses unknown fields. */
export const readDecisionRecord = Schema.decodeUnknownResult(DecisionRecord, { onExcessProperty: "error" })

/** For a record that our own code makes: one outside the list is a bug. */
export const decided = (record: typeof DecisionRecord.Encoded): Effect.Effect<DecisionRecord> =>
  Effect.orDie(Effect.fromResult(readDecisionRecord(record)))
