/** A collection counts as closed only once every row has arrived, two people saw it, and nothing is left where it lay. */
import { Effect, Option, Schema } from "effect"
import { daysAfter, today } from "../civil-day.ts"
import { isCollectionState } from "../collection/collection-state.ts"
import { Custody } from "../collection/emptied.ts"
import { custodyParameters } from "../custody-parameters.ts"
import { CollectionNow } from "../evidence/collection-now.ts"
import { GivenUp } from "../evidence/given-up.ts"
import { KeysNow } from "../evidence/keys-now.ts"
import { broken, defineRule, notChecked, upheld } from "../rule.ts"
import { CollectionWindow, windowState } from "../window.ts"

/** A loss of availability, which whoever reads the report is told of. */
const givenUp = Effect.map(Effect.serviceOption(GivenUp), (all) =>
  Option.getOrElse(all, () => [])
    .map(({ of, on, responses }) => `; on ${on} ${responses} answers of ${of} were given up, which nothing could open`)
    .join(""),
)

const rows = "0".repeat(64)
const custody = { sent: rows, received: rows, residue: "none", witnesses: ["0123456789abcdef", "fedcba9876543210"] }

export const webServerEmptiedAtClose = defineRule({
  id: "web-server-emptied-at-close",
  statement: "Once the survey has closed, everything is moved to the evidence store and the web server is emptied.",
  source: { section: 2, quote: "the data will be removed from the webserver" },
  law: ["UK GDPR Art 5(1)(e)", "UK GDPR Art 5(1)(f)", "UK GDPR Art 32"],
  enforcedBy: ["types", "schema", "runtime", "database"],
  audit: Effect.gen(function* () {
    const keys = yield* Effect.serviceOption(KeysNow)
    if (Option.isSome(keys) && keys.value.lost.length > 0)
      return broken(`the private key of ${keys.value.lost.join(", ")} is lost: what is sealed to it opens for nobody`)
    const now = yield* Effect.serviceOption(CollectionNow)
    if (Option.isNone(now))
      return notChecked("there is no evidence store here to which anything could have been transferred")
    const { collection } = now.value
    const on = yield* today
    if (!isCollectionState(collection)) return broken("the state of the collection was not made by its transitions")
    switch (collection.state) {
      case "not-open":
        return notChecked("the collection has not opened")
      case "open":
        return windowState(yield* CollectionWindow, on) === "closed"
          ? broken("the window has ended, and the collection has not begun to close")
          : notChecked("the collection is open")
      case "closing":
        return on > daysAfter(collection.facts.closingOn, custodyParameters.extractLife.value)
          ? broken(`closing since ${collection.facts.closingOn}, and the web server is not shown to be empty`)
          : notChecked(`closing since ${collection.facts.closingOn}`)
      case "closed":
        return upheld(
          `closed on ${collection.facts.closedOn}: the digests of both ends are equal, and a scan found nothing left${yield* givenUp}`,
        )
    }
  }),
  examples: {
    decode: Schema.decodeUnknownResult(Custody, { onExcessProperty: "error" }),
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
