/** Describes a sealed response as a store returns it: outside input again until it is opened and checked. */
import type { FormId } from "../policy/data/form-id.ts"

export interface SealedRow {
  readonly form: FormId
  readonly day: string
  readonly encapsulated: Uint8Array
  readonly nonce: Uint8Array
  readonly ciphertext: Uint8Array
}
