/** The home postcode lives within one request: unwrapped in one function, matched, wiped, and written nowhere. */
import { Effect, Option } from "effect"
import type { Breach } from "../breach.ts"
import { LastScan } from "../evidence/last-scan.ts"
import { PlacesMatched } from "../evidence/places-matched.ts"
import { StoredColumns } from "../evidence/stored-columns.ts"
import type { HomePostcode } from "../postcode.ts"
import { broken, defineRule, notChecked, upheld } from "../rule.ts"

/** The keys of a record that could still hold a postcode; a store's row type must have none. */
type HoldsPostcode<Row> = {
  [K in keyof Row & string]: HomePostcode extends Row[K] ? K : K extends `${string}postcode${string}` ? K : never
}[keyof Row & string]

/** `unknown` when no column of a row has room for a home postcode. */
export type WithoutPostcode<Row> = [HoldsPostcode<Row>] extends [never]
  ? unknown
  : Breach<"postcode-destroyed-after-matching", `leave "${HoldsPostcode<Row>}" out: a postcode is never written`>

/** Gives back what it is given, which does not compile if it could carry a postcode on. */
export const withoutPostcode = <const Row>(row: Row & WithoutPostcode<Row>): Row => row

export const postcodeDestroyedAfterMatching = defineRule({
  id: "postcode-destroyed-after-matching",
  statement: "The home postcode is destroyed as soon as it is matched: it is never written at all.",
  source: { section: 2, quote: "the home postcode data will be securely destroyed" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 5(1)(e)"],
  enforcedBy: ["types", "runtime", "test"],
  audit: Effect.gen(function* () {
    const stored = yield* Effect.serviceOption(StoredColumns)
    const rooms = Option.getOrElse(stored, () => []).filter(({ column }) => /post_?code/i.test(column))
    if (rooms.length > 0)
      return broken(rooms.map(({ store, table, column }) => `${store}.${table}.${column} has room for one`).join("; "))
    const seen = Option.isNone(stored) ? "no store is open here" : "no column of the stores has room for one"
    const scan = yield* Effect.serviceOption(LastScan)
    if (Option.isNone(stored) || Option.isNone(scan))
      return notChecked(`${seen}; no scan of every byte is recorded here (ask -- scan)`)
    const { on, files, traces } = scan.value
    if (traces > 0) return broken(`the scan of ${on} found what should be nowhere: ask -- scan says where`)
    const places = Option.match(yield* Effect.serviceOption(PlacesMatched), {
      onNone: () => "",
      onSome: ({ matched, unmatched }) => `; postcodes matched: ${matched}, not matched: ${unmatched}`,
    })
    return upheld(`${seen}; a scan of every byte of ${files} files on ${on} found none${places}`)
  }),
})
