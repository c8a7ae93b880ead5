/** Refuses to compile a receipt or a row by which a child's response could be found again. */
import type { Breach } from "../breach.ts"

/** What a receipt says beyond `accepted: true`; each such key could lead back to a row. */
type Linking<R> = Exclude<keyof R & string, "accepted">

/** `unknown` when a receipt says only that the response was accepted. */
export type Unlinkable<R> = [Linking<R>] extends [never]
  ? R extends { readonly accepted: true }
    ? unknown
    : Breach<"responses-are-anonymous-and-final", "let the receipt say accepted: true">
  : Breach<"responses-are-anonymous-and-final", `leave "${Linking<R>}" out of the receipt: it could find the response`>

/** Gives back the receipt it is given, which does not compile if it could find a response. */
export const unlinkable = <const R>(receipt: R & Unlinkable<R>): R => receipt

/** The columns of a sealed response: a random key, the day and the form. A time, a count or a token could link it. */
export const responseColumns = ["key", "day", "form", "encapsulated", "nonce", "ciphertext"] as const

/** The columns after transfer: another random key, the matched geography and the quality flags. */
export const keptResponseColumns: readonly string[] = [
  ...["id", "day", "form", "place", "local_authority", "region", "imd_decile", "lsoa", "answers", "flags"],
]

type Column = (typeof responseColumns)[number]

type LinkingColumn<Row> = Exclude<keyof Row & string, Column>

/** `unknown` when a row of responses has no column but these. */
export type UnlinkableRow<Row> = [LinkingColumn<Row>] extends [never]
  ? unknown
  : Breach<"responses-are-anonymous-and-final", `leave column "${LinkingColumn<Row>}" out: it could find a response`>

/** Gives back the row it is given, which does not compile if it could find a response. */
export const unlinkableRow = <const Row>(row: Row & UnlinkableRow<Row>): Row => row
