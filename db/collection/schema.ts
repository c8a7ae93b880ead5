/** What the collection can hold: sealed responses, spent tokens, which mode it serves and since when it closes, which days are shut; no other column exists. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Mode } from "../../policy/data/mode.ts"

export interface CollectionTables {
  readonly response: ResponseTable
  readonly token: TokenTable
  readonly deployment: DeploymentTable
  readonly closing: ClosingTable
  readonly shut_day: ShutDayTable
}

/** A sealed response as a store hands it back: outside input again until it has been opened and checked. */
export interface SealedRow {
  readonly form: FormId
  readonly day: string
  readonly encapsulated: Uint8Array
  readonly nonce: Uint8Array
  readonly ciphertext: Uint8Array
}

/** The key is random, so that nothing about a row tells when it came. */
export interface ResponseTable extends SealedRow {
  readonly key: Uint8Array
}

export interface TokenTable {
  readonly hash: Uint8Array
  readonly expires_on: string
}

export interface DeploymentTable {
  readonly id: number
  readonly mode: Mode
}

/** One row from the day on which the collection began to close; none before. */
export interface ClosingTable {
  readonly id: number
  readonly since: string
}

/** A day of which nothing more is taken, because it is being transferred for good. */
export interface ShutDayTable {
  readonly day: string
}
