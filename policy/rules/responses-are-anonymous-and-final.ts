/** A response cannot be found again by anyone, and is never changed: a receipt says that it is kept, and nothing else. */

import { schemaBreaches } from "../facts/schema-fault.ts"
import { sealedBreaches } from "../facts/sealed-day.ts"
import { makeReceipt, onlyPublished } from "../response/publishable.ts"
import { keptResponseColumns, responseColumns } from "../response/unlinkable.ts"
import { defineRule } from "../rule.ts"
import { judge, notChecked, upheldUnless } from "../verdict.ts"

const tables: Readonly<Record<string, readonly string[]>> = {
  response: responseColumns,
  kept_response: keptResponseColumns,
}

export const responsesAreAnonymousAndFinal = defineRule({
  id: "responses-are-anonymous-and-final",
  statement: "Nobody can find a child's response again, not even the child, and none is ever changed.",
  source: { section: 2, quote: "unable to locate and identify the data associated with a particular child" },
  law: ["UK GDPR Art 11", "UK GDPR Art 12(2)", "UK GDPR Art 5(1)(c)"],
  enforcedBy: ["types", "schema", "database", "test"],
  enforcedAt: [
    "policy/response/publishable.ts#makeReceipt",
    "policy/response/publishable.ts#onlyPublished",
    "db/collection/append.ts#append",
  ],
  audit: ({ columns, schema, sealedDays }) =>
    judge({ columns, schema, sealedDays }, ({ columns, schema, sealedDays }) => {
      const responses = columns.filter(({ table }) => Object.hasOwn(tables, table))
      const changed = [...schemaBreaches(schema, "responses-are-anonymous-and-final"), ...sealedBreaches(sealedDays)]
      if (responses.length === 0 && changed.length === 0)
        return notChecked("the store that is open here holds no responses")
      const linking = responses.filter(({ table, column }) => !tables[table]?.includes(column))
      const isTransferred = responses.some(({ table }) => table === "kept_response")
      return upheldUnless(
        [...linking.map(({ table, column }) => `${table}.${column} could link a response to a child`), ...changed],
        `next to its sealed answers a response has a random key, its day and its form, and nothing else${
          isTransferred
            ? "; once transferred it has another random key, its matched geography and its quality flags"
            : ""
        }; every trigger and check that keeps it final is there`,
      )
    }),
  examples: {
    decode: onlyPublished,
    accepts: { "the receipt, which says that it was accepted": makeReceipt() },
    refuses: {
      "what only looks like a receipt": { accepted: true },
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
