/** The stages of one response's way through the house, each a type that exactly one function can make. */

import type { KeptAnswers } from "./data/answer.ts"
import type { FormId } from "./data/form-id.ts"
import type { Geography, geographyStates } from "./data/geography.ts"
import type { HomePostcode } from "./postcode.ts"

declare const stage: unique symbol

/** `T` once it has reached stage `S`; the mark exists for the compiler only. */
export type Stage<S extends string, T> = T & { readonly [stage]: S }

/** What came of asking for a home postcode: the postcode itself, or why there is none. */
export type PostcodeGiven = HomePostcode | (typeof geographyStates)[number]

/** Past every rule at the door. `receivedOn` is a civil date in Europe/London. */
export type Admitted = Stage<
  "Admitted",
  {
    readonly form: FormId
    readonly receivedOn: string
    readonly answers: KeptAnswers
    readonly postcode: PostcodeGiven
  }
>

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
