/**
 * Defines the stages of a response, from `Admitted` to `Checked`. A function that needs a stage takes its type, so no
 * step can be skipped.
 *
 * One function makes each stage. The type alone does not ensure that, because any file could write `as Admitted`:
 * `tests/architecture/makers.test.ts` does, by refusing such a cast everywhere but in the file of that function.
 */
import type { Day } from "../civil-day.ts"
import type { KeptAnswers } from "../data/answer.ts"
import type { FormId } from "../data/form-id.ts"
import type { Geography, geographyStates } from "../data/geography.ts"
import type { Flag } from "../data/quality-flag.ts"
import type { RuleId } from "../rule-id.ts"
import type { DayWithin } from "../window.ts"
import type { HomePostcode } from "./postcode.ts"

declare const stage: unique symbol

/** `T` once it has reached stage `S`; the mark exists for the compiler only. */
export type Stage<S extends string, T> = T & { readonly [stage]: S }

/** The home postcode, or why there is no postcode. */
export type PostcodeAnswer = HomePostcode | (typeof geographyStates)[number]

/** Past every rule of admission. `receivedOn` is a civil date in London by our clock, never the sender's. */
export type Admitted = Stage<
  "Admitted",
  {
    readonly form: FormId
    readonly receivedOn: DayWithin
    readonly answers: KeptAnswers
    readonly postcode: PostcodeAnswer
  }
>

/** Matched in memory: no field can hold a postcode, and so no store can. */
export type Matched = Stage<
  "Matched",
  {
    readonly form: FormId
    readonly answers: KeptAnswers
    readonly geography: Geography
  }
>

/** One response that only the holder of the day's private key can read. `day` is a civil date in London. */
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

/** Opened with its day's private key and decoded again, since a store is outside input. */
export type Unsealed = Stage<
  "Unsealed",
  {
    readonly form: FormId
    readonly day: Day
    readonly answers: KeptAnswers
    readonly geography: Geography
  }
>

/** Checked before it is kept: a doubtful response is flagged. The compiler's messages name the rule. */
export interface Checked<
  R extends Matched | Unsealed = Matched | Unsealed,
  Rule extends RuleId = "quality-checked-before-analysis",
> {
  readonly [stage]: "Checked"
  readonly rule?: Rule
  readonly response: R
  readonly flags: readonly Flag[]
}
