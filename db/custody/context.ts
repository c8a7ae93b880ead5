/** Defines what custody needs: the evidence store, the places of both stores, the data folder and the private keys. */
import type { Source } from "../connect.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"

export interface CustodyContext {
  readonly evidence: Evidence["Service"]
  /** Both stores, whose files a scan reads. */
  readonly sources: readonly Source[]
  readonly dataDir: string
  readonly keys: PrivateKeys
}
