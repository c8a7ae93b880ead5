/** The stages of one response's way through the house, each a type that exactly one function can make. */

import type { KeptAnswers } from "./data/answer.ts"
import type { FormId } from "./data/form-id.ts"
import type { Geography } from "./data/geography.ts"

declare const stage: unique symbol

/** `T` once it has reached stage `S`; the mark exists for the compiler only. */
export type Stage<S extends string, T> = T & { readonly [stage]: S }

/** Matched in memory: no field, and so no store, has a place for a postcode. */
export type Matched = Stage<
  "Matched",
  {
    readonly form: FormId
    readonly answers: KeptAnswers
    readonly geography: Geography
  }
>

/** One response that only the keeper of the day's private key can read. `day` is a civil date in Europe/London. */
export type Sealed = Stage<
  "Sealed",
  {
    readonly form: FormId
    readonly day: string
    readonly encapsulated: Uint8Array
    readonly nonce: Uint8Array
    readonly ciphertext: Uint8Array
  }
>
