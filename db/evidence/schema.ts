/** What the evidence store can hold: decisions, who may take them, and answers, with words of the child's own apart. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Role } from "../../policy/data/role.ts"
import type { LedgerRow } from "../../policy/evidence/ledger.ts"

export interface EvidenceTables {
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
  readonly transfer_day: TransferDayTable
  readonly transferred: TransferredTable
  readonly widening: WideningTable
  readonly proposal: ProposalTable
  readonly proposal_cell: ProposalCellTable
  readonly proposal_proof: ProposalProofTable
  readonly output_check: OutputCheckTable
  readonly table_release: TableReleaseTable
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

/** One row from the day of opening on; none before. */
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

/** The id is random and follows from nothing; `answers` and `flags` are canonical JSON. */
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

/** `digest` is of all that arrived, in any order, keyed by the day's own private key. */
export interface TransferDayTable {
  readonly day: string
  readonly state: "arriving" | "verified" | "complete"
  readonly responses: number
  readonly digest: string
}

/** Of the sealed row; nothing leads from it to the response that was in it. */
export interface TransferredTable {
  readonly digest: Uint8Array
  readonly day: string
}

/** A digest of answers, keyed by the day's own private key; nothing leads from it to the response. */
export interface AnswerSetTable {
  readonly digest: Uint8Array
  readonly day: string
}

/** A decision to publish finer than a region; that it was taken back stands in the ledger. */
export interface WideningTable {
  readonly id: string
  readonly geography: string
  readonly because: string
  readonly person: string
  readonly role: Role
  readonly decided_on: string
}

/** What is JSON is as it was proposed: the id is a digest of all of it. */
export interface ProposalTable {
  readonly id: string
  readonly author: string
  readonly title: string
  readonly cut: string
  readonly geographies: string
  readonly dimensions: string
  readonly hierarchies: string
  readonly proposed_on: string
  /** The decision that it names, where it is finer than a region. */
  readonly widened_by: string | null
}

/** Withheld counts stand here too: what is published of a cell is in the release alone. */
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
