/** Refuses to compile a row or a response that could carry a home postcode on after the match. */
import type { Breach } from "../breach.ts"
import type { HomePostcode } from "./postcode.ts"

/** The keys of a record that could still hold a postcode; a store's row type must have no such key. */
type HoldsPostcode<Row> = {
  [K in keyof Row & string]: HomePostcode extends Row[K] ? K : K extends `${string}postcode${string}` ? K : never
}[keyof Row & string]

/** `unknown` when no column of a row has room for a home postcode. */
export type WithoutPostcode<Row> = [HoldsPostcode<Row>] extends [never]
  ? unknown
  : Breach<"postcode-destroyed-after-matching", `leave "${HoldsPostcode<Row>}" out: a postcode is never written`>

/** Gives back what it is given, which does not compile if it could carry a postcode on. */
export const withoutPostcode = <const Row>(row: Row & WithoutPostcode<Row>): Row => row
