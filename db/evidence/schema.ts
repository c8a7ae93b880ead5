/** What the evidence store can hold today: decisions and who may take them. No column has room for an answer. */
import type { Role } from "../../policy/data/role.ts"
import type { LedgerRow } from "../../policy/evidence/ledger.ts"

export interface EvidenceTables {
  readonly ledger: LedgerRow
  readonly member: MemberTable
  readonly extract: ExtractTable
  readonly extract_field: ExtractFieldTable
  readonly collection_state: CollectionStateTable
  readonly retention: RetentionTable
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
