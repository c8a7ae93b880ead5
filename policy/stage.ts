/** The stages of one response's way through the house, each a type that exactly one function can make. */
import type { Day } from "./civil-day.ts"
import type { KeptAnswers } from "./data/answer.ts"
import type { FormId } from "./data/form-id.ts"
import type { Geography, geographyStates } from "./data/geography.ts"
import type { PublicationPlace } from "./disclosure/finer-geography.ts"
import type { TableDimension } from "./disclosure/table.ts"
import type { Span } from "./free-text/raw-text.ts"
import type { HomePostcode } from "./postcode.ts"
import type { Flag } from "./quality/flag.ts"
import type { DayWithin } from "./window.ts"

declare const stage: unique symbol

/** `T` once it has reached stage `S`; the mark exists for the compiler only. */
export type Stage<S extends string, T> = T & { readonly [stage]: S }

/** What came of asking for a home postcode: the postcode itself, or why there is none. */
export type PostcodeGiven = HomePostcode | (typeof geographyStates)[number]

/** Past every rule at the door. `receivedOn` is a civil date in Europe/London, and never the sender's. */
export type Admitted = Stage<
  "Admitted",
  {
    readonly form: FormId
    readonly receivedOn: DayWithin
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

/** Opened with its day's private key and read anew, since a store is outside input. `day` is a civil date in London. */
export type Unsealed = Stage<
  "Unsealed",
  {
    readonly form: FormId
    readonly day: Day
    readonly answers: KeptAnswers
    readonly geography: Geography
  }
>

/** Looked at before analysis: what is doubtful is flagged, and nothing is dropped. */
export type Checked<R extends Matched | Unsealed = Matched | Unsealed> = Stage<
  "Checked",
  { readonly response: R; readonly flags: readonly Flag[] }
>

/** Words that a detector and a person have cleaned. `reviewedOn` is a civil date; `removed` says what kinds were taken out. */
export type Cleaned = Stage<
  "Cleaned",
  {
    readonly text: string
    readonly detector: string
    readonly reviewedOn: string
    readonly removed: readonly Span["as"][]
  }
>

/**
 * A table past every gate of release: a whole cross of its dimensions. `audit` is the digest of its certificate; a
 * withheld count is `[c]`.
 */
export type Released = Stage<
  "Released",
  {
    readonly title: string
    readonly geographies: readonly PublicationPlace[]
    /** The decision that allows a geography finer than a region. */
    readonly widenedBy?: string
    readonly dimensions: readonly TableDimension[]
    readonly cells: ReadonlyArray<{ readonly labels: readonly string[]; readonly count: number | "[c]" }>
    readonly audit: string
    readonly releasedOn: string
  }
>
