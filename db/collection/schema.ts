/** Lists every table and column of the collection, whose mixed responses are in a further table for each day. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { SealedRow } from "../sealed-row.ts"

export interface CollectionTables {
  readonly response: ResponseTable
  readonly token: TokenTable
  readonly arrived_token: TokenTable
  readonly tally: TallyTable
  readonly deployment: DeploymentTable
  readonly closing: ClosingTable
  readonly shut_day: ShutDayTable
  readonly heartbeat: HeartbeatTable
  readonly collection_identity: IdentityTable
  readonly complaint: ComplaintTable
  readonly collection_window: WindowTable
}

/**
 * Responses that have arrived since the last mixing, and, in a table for each day, those that were mixed. The key is
 * random, so that a row does not show when it arrived.
 */
export interface ResponseTable extends SealedRow {
  readonly key: Uint8Array
}

export interface TokenTable {
  readonly hash: Uint8Array
  readonly expires_on: string
}

/** Counts the responses, so that nobody reads them for that. */
export interface TallyTable {
  readonly day: string
  readonly form: FormId
  readonly responses: number
}

export interface DeploymentTable {
  readonly id: number
  readonly mode: Mode
}

/** Has one row: random bytes that are also kept with the keys. */
export interface IdentityTable {
  readonly id: number
  readonly identity: Uint8Array
}

/** Has one row once the collection has begun to close. */
export interface ClosingTable {
  readonly id: number
  readonly since: string
}

/** Has one row once a live platform has started. */
export interface WindowTable {
  readonly id: number
  readonly opens: string
  readonly closes: string
}

/** A day that takes no more responses, because its last transfer has begun. */
export interface ShutDayTable {
  readonly day: string
}

/** One row that changes between 0 and 1. */
export interface HeartbeatTable {
  readonly id: number
  readonly beat: number
}

/** A complaint, sealed, and what staff wrote to its sender, sealed so that only who holds the reference reads it. */
export interface ComplaintTable {
  readonly hash: Uint8Array
  readonly day: string
  readonly sealed: Uint8Array
  readonly acknowledgement: Uint8Array | null
  readonly reply: Uint8Array | null
}
