/** Lists every table and column of the evidence store: decisions, the team, and answers with the child's own words apart. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Role } from "../../policy/data/role.ts"
import type { LedgerRow } from "../../policy/record/ledger.ts"
import type { AccessTables } from "../access/tables.ts"

export interface EvidenceTables extends AccessTables {
  readonly ledger: LedgerRow
  readonly member: MemberTable
  readonly extract: ExtractTable
  readonly extract_field: ExtractFieldTable
  readonly collection_state: CollectionStateTable
  readonly retention: RetentionTable
  readonly known_question: KnownQuestionTable
  readonly kept_response: KeptResponseTable
  readonly answer_set: AnswerSetTable
  readonly quarantine: QuarantineTable
  readonly scanned_text: ScannedTextTable
  readonly cleaned_text: CleanedTextTable
  readonly text_lease: TextLeaseTable
  readonly text_review: TextReviewTable
  readonly text_escalation: TextEscalationTable
  readonly text_audit: TextAuditTable
  readonly transfer_day: TransferDayTable
  readonly transferred: TransferredTable
  readonly widening: WideningTable
  readonly proposal: ProposalTable
  readonly proposal_cell: ProposalCellTable
  readonly proposal_proof: ProposalProofTable
  readonly output_check: OutputCheckTable
  readonly table_release: TableReleaseTable
  readonly declaration: DeclarationTable
  readonly evidence_identity: IdentityTable
}

/** Has one row: random bytes that are also kept with the keys. */
export interface IdentityTable {
  readonly id: number
  readonly identity: Uint8Array
}

export interface MemberTable {
  readonly person: string
  readonly role: Role
  readonly project: string
  readonly project_from: string
  readonly project_until: string
  readonly trained_on: string
  readonly clearance: string
  readonly clearance_until: string
  /** Who gave access; an operator at a shell when null. */
  readonly given_by: string | null
}

export interface ExtractTable {
  readonly id: string
  readonly person: string
  readonly reason: string
  readonly digest: string
  readonly taken_on: string
  readonly expires_on: string
  readonly deleted_on: string | null
  readonly attestation: string | null
}

export interface ExtractFieldTable {
  readonly extract: string
  readonly field: string
}

/** Has one row once the collection has opened. */
export interface CollectionStateTable {
  readonly id: number
  readonly opened_on: string
  readonly closing_on: string | null
  readonly closed_on: string | null
  readonly rows_digest: string | null
}

export interface RetentionTable {
  readonly given_on: string
  readonly state: string
  readonly due_on: string
  readonly decide_before: string | null
  readonly until: string | null
  readonly necessity: string | null
  readonly proportionality: string | null
  readonly destroyed_on: string | null
  readonly destroyed_by: string | null
  readonly scan: string | null
  readonly host: string | null
}

export interface KnownQuestionTable {
  readonly form: FormId
  readonly question: string
}

/** The id is random; `answers` and `flags` are canonical JSON. */
export interface KeptResponseTable {
  readonly id: Uint8Array
  readonly day: string
  readonly form: FormId
  readonly place: string
  readonly local_authority: string | null
  readonly region: string | null
  readonly imd_decile: number | null
  readonly lsoa: string | null
  readonly answers: string
  readonly flags: string
}

export interface QuarantineTable {
  readonly response: Uint8Array
  readonly question: string
  readonly words: string
}

/** What the detector or a person decided of words in quarantine; `because` and `concerns` are JSON, `cleaned` has placeholders. */
export interface ScannedTextTable {
  readonly response: Uint8Array
  readonly question: string
  readonly state: "clean" | "held" | "reviewed"
  readonly detector: number
  readonly risk: number
  readonly because: string
  readonly concerns: string
  readonly cleaned: string | null
}

/** A released text, whose own words are destroyed. */
export interface CleanedTextTable {
  readonly response: Uint8Array
  readonly question: string
  readonly words: string
  readonly detector: number
  readonly cleaned_by: "detector" | "review"
  readonly released_on: string
}

/** Who may review a text until when; an instant. */
export interface TextLeaseTable {
  readonly response: Uint8Array
  readonly question: string
  readonly person: string
  readonly until: string
}

/** `place` is the order of all reviews; `spans` is JSON and has no words. */
export interface TextReviewTable {
  readonly response: Uint8Array
  readonly question: string
  readonly detector: number
  readonly person: string
  readonly place: number
  readonly spans: string
  readonly reviewed_on: string
}

/** A text that waits for the safeguarding lead, and leaves the queue. */
export interface TextEscalationTable {
  readonly response: Uint8Array
  readonly question: string
  readonly person: string
  readonly escalated_on: string
}

/** A clean text that people read, to learn what the detector leaves; `is_leak` is null until they have. */
export interface TextAuditTable {
  readonly response: Uint8Array
  readonly question: string
  readonly detector: number
  readonly is_leak: number | null
  readonly drawn_on: string
}

/** `digest` covers all responses that arrived, in any order, keyed by the day's private key. */
export interface TransferDayTable {
  readonly day: string
  readonly state: "arriving" | "verified" | "complete"
  readonly responses: number
  readonly digest: string
}

/** The digest of a sealed row, which cannot be linked to its response. */
export interface TransferredTable {
  readonly digest: Uint8Array
  readonly day: string
}

/** A digest of answers, keyed by the day's private key, which cannot be linked to a response. */
export interface AnswerSetTable {
  readonly digest: Uint8Array
  readonly day: string
}

/** A decision to publish finer than a region; only the ledger records that it was revoked. */
export interface WideningTable {
  readonly id: string
  readonly geography: string
  readonly because: string
  readonly person: string
  readonly role: Role
  readonly decided_on: string
}

/** A sign-off, decision or other statement of a named person; `value` is canonical JSON. Only the ledger records a withdrawal. */
export interface DeclarationTable {
  readonly place: number
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly value: string
  readonly person: string
  readonly role: Role
  readonly declared_on: string
}

/** The JSON columns are exactly as proposed: the id is their digest. */
export interface ProposalTable {
  readonly id: string
  readonly author: string
  readonly title: string
  readonly cut: string
  readonly geographies: string
  readonly dimensions: string
  readonly hierarchies: string
  readonly proposed_on: string
  /** The decision that allows it to be finer than a region. */
  readonly widened_by: string | null
}

/** Includes withheld counts; a release holds only the published ones. */
export interface ProposalCellTable {
  readonly proposal: string
  readonly place: number
  readonly labels: string
  readonly responses: number
  readonly published: number
  readonly records_key: string
}

export interface ProposalProofTable {
  readonly proposal: string
  readonly witnesses: string
}

export interface OutputCheckTable {
  readonly proposal: string
  readonly person: string
  readonly checked_on: string
}

export interface TableReleaseTable {
  readonly place: number
  readonly proposal: string
  readonly approver: string
  readonly audit: string
  readonly digest: string
  readonly released_on: string
}
