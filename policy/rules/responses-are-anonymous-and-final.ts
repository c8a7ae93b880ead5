/** A response cannot be found again by anyone, and is never changed: a receipt says that it is kept, and nothing else. */
import { Effect, Option, Schema } from "effect"
import type { Breach } from "../breach.ts"
import { StoredColumns } from "../evidence/stored-columns.ts"
import { defineRule, noneOf, notChecked } from "../rule.ts"

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

/** What may stand beside a sealed response: a random key, the day and the form. A time, a count or a token could link it. */
export const responseColumns = ["key", "day", "form", "encapsulated", "nonce", "ciphertext"] as const

/** And beside its answers once they are transferred: another random key, and what was matched or doubted. */
export const keptResponseColumns: readonly string[] = [
  ...["id", "day", "form", "place", "local_authority", "region", "imd_decile", "lsoa", "answers", "flags"],
]

const tables: Readonly<Record<string, readonly string[]>> = {
  response: responseColumns,
  kept_response: keptResponseColumns,
}

type Column = (typeof responseColumns)[number]

type LinkingColumn<Row> = Exclude<keyof Row & string, Column>

/** `unknown` when a row of responses has no column but these. */
export type UnlinkableRow<Row> = [LinkingColumn<Row>] extends [never]
  ? unknown
  : Breach<"responses-are-anonymous-and-final", `leave column "${LinkingColumn<Row>}" out: it could find a response`>

/** Gives back the row it is given, which does not compile if it could find a response. */
export const unlinkableRow = <const Row>(row: Row & UnlinkableRow<Row>): Row => row

const ReceiptOnWire = Schema.Struct({ accepted: Schema.Literal(true) })

export const responsesAreAnonymousAndFinal = defineRule({
  id: "responses-are-anonymous-and-final",
  statement: "Nobody can find a child's response again, not even the child, and none is ever changed.",
  source: { section: 2, quote: "unable to locate and identify the data associated with a particular child" },
  law: ["UK GDPR Art 11", "UK GDPR Art 12(2)", "UK GDPR Art 5(1)(c)"],
  enforcedBy: ["types", "schema", "database", "test"],
  audit: Effect.gen(function* () {
    const stored = yield* Effect.serviceOption(StoredColumns)
    if (Option.isNone(stored)) return notChecked("no store is open here whose columns could be looked at")
    const responses = stored.value.filter(({ table }) => Object.hasOwn(tables, table))
    if (responses.length === 0) return notChecked("the store that is open here holds no responses")
    const linking = responses.filter(({ table, column }) => !tables[table]?.includes(column))
    const isTransferred = responses.some(({ table }) => table === "kept_response")
    return noneOf(
      linking.map(({ table, column }) => `${table}.${column} could link a response to a child`),
      `beside its sealed answers a response has a random key, its day and its form, and nothing else${
        isTransferred ? "; once transferred it has another random key, and beside it what was matched or doubted" : ""
      }`,
    )
  }),
  examples: {
    decode: Schema.decodeUnknownResult(ReceiptOnWire, { onExcessProperty: "error" }),
    accepts: { "accepted, and nothing else": { accepted: true } },
    refuses: {
      "the row's id": { accepted: true, id: 4711 },
      "a random reference": { accepted: true, reference: "6f2d1c" },
      "the time of receipt": { accepted: true, at: "2027-04-19T10:31:07.123Z" },
      "how many came before": { accepted: true, number: 1204 },
      "the answers again": { accepted: true, answers: { age: "9" } },
      "the token again": { accepted: true, token: "00000000-0000-4000-8000-000000000000" },
      "that it was there already": { accepted: true, already: true },
      "a bare id": 4711,
      refused: { accepted: false },
    },
  },
})
