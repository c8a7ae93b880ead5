/** Types of an open evidence store, shared by the files that read and write its tables. */
import type { Effect } from "effect"
import type { Transaction } from "kysely"
import type { DecisionRecord } from "../../policy/record/decision-record.ts"
import type { Anchor } from "../../policy/record/ledger.ts"
import type { Store } from "../store.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import type { EvidenceTables } from "./schema.ts"

export type EvidenceStore = Store<EvidenceTables>

export type Writing = Transaction<EvidenceTables>

/** Appends a decision to the ledger and makes its change in one transaction: both, or neither. */
export type RecordDecision = (
  step: string,
  decision: DecisionRecord,
  change?: (transaction: Writing) => Promise<unknown>,
) => Effect.Effect<Anchor, StoreUnavailable>
