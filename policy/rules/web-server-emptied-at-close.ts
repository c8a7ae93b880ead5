/** A collection counts as closed only once every row has arrived, two people saw it, and nothing is left where it lay. */
import { Schema } from "effect"
import { daysAfter } from "../civil-day.ts"
import { EmptyingReport } from "../custody/emptied.ts"
import { seenOr } from "../facts/fact.ts"
import type { AbandonedDay } from "../facts/facts.ts"
import { needlessKeys } from "../facts/key-folder.ts"
import { ledgerBreaches } from "../facts/ledger-look.ts"
import { closeBreaches } from "../facts/recorded-close.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { leftAfterClose, returnedDays, sealedBreaches, unknownTransfers } from "../facts/sealed-day.ts"
import { parameters } from "../parameters.ts"
import { defineRule } from "../rule.ts"
import { broken, judge, notChecked, upheld } from "../verdict.ts"
import { windowState } from "../window.ts"

/** A loss of availability, which the report states even where the rule is upheld. */
const lossText = (days: readonly AbandonedDay[]): string =>
  days
    .map(({ of, on, responses }) => `; on ${on} ${responses} answers of ${of} were given up, which nothing could open`)
    .join("")

const rows = "0".repeat(64)
const custody = { sent: rows, received: rows, residue: "none", witnesses: ["0123456789abcdef", "fedcba9876543210"] }

export const webServerEmptiedAtClose = defineRule({
  id: "web-server-emptied-at-close",
  statement: "Once the survey has closed, everything is moved to the evidence store and the web server is emptied.",
  source: { section: 2, quote: "the data will be removed from the webserver" },
  law: ["UK GDPR Art 5(1)(e)", "UK GDPR Art 5(1)(f)", "UK GDPR Art 32"],
  enforcedBy: ["types", "schema", "runtime", "database"],
  enforcedAt: [
    "policy/custody/extract.ts#takeExtract",
    "policy/custody/collection.ts#foundOpen",
    "policy/custody/close-collection.ts#closeCollection",
    "db/transfer/close.ts#close",
  ],
  audit: ({ lostKeys, abandonedDays, records, ...facts }) => {
    const { collection, window, today, sealedDays, days, keyFolder, ledger, schema } = facts
    const needed = { collection, window, today, sealedDays, days, keyFolder, ledger, schema }
    const lost = seenOr(lostKeys, [])
    const lostText = `the private key of ${lost.join(", ")} is lost: nobody can open the responses sealed to it`
    const verdict = judge(needed, ({ collection, window, today, sealedDays, days, keyFolder, ledger, schema }) => {
      const breaches = [
        ...(lost.length > 0 ? [lostText] : []),
        ...ledgerBreaches(ledger),
        ...sealedBreaches(sealedDays),
        ...returnedDays(sealedDays, days),
        ...unknownTransfers(sealedDays, days, seenOr(records, [])),
        ...needlessKeys(keyFolder),
        ...(collection.state === "closed" ? leftAfterClose(sealedDays, keyFolder) : []),
        ...closeBreaches(collection, seenOr(records, undefined)),
        ...schemaBreaches(schema, "web-server-emptied-at-close"),
      ]
      if (breaches.length > 0) return broken(breaches.join("; "))
      switch (collection.state) {
        case "not-open":
          return notChecked("the collection has not opened")
        case "open":
          return windowState(window, today) === "closed"
            ? broken("the window has ended, and the collection has not begun to close")
            : notChecked("the collection is open")
        case "closing":
          return today > daysAfter(collection.facts.closingOn, parameters.extractLife.value)
            ? broken(`closing since ${collection.facts.closingOn}, and the web server is not shown to be empty`)
            : notChecked(`closing since ${collection.facts.closingOn}`)
        case "closed":
          return upheld(
            `closed on ${collection.facts.closedOn}: the digests of both ends are equal, and a scan found nothing left${lossText(seenOr(abandonedDays, []))}`,
          )
      }
    })
    return lost.length > 0 && verdict.status !== "broken" ? broken(lostText) : verdict
  },
  examples: {
    decode: Schema.decodeUnknownResult(EmptyingReport, { onExcessProperty: "error" }),
    accepts: { "equal digests, nothing left, two witnesses": custody },
    refuses: {
      "a row lost on the way": { ...custody, received: "1".repeat(64) },
      "a residue": { ...custody, residue: "found" },
      "no scan": { sent: rows, received: rows, witnesses: custody.witnesses },
      "one witness": { ...custody, witnesses: ["0123456789abcdef"] },
      "one witness twice": { ...custody, witnesses: ["0123456789abcdef", "0123456789abcdef"] },
      "no digest at the far end": { ...custody, received: undefined },
    },
  },
})
