/** Whatever the processor copies is logged with who, why, which fields and until when, and is certified deleted before close. */
import { Effect, Option } from "effect"
import { today } from "../civil-day.ts"
import { CollectionNow } from "../evidence/collection-now.ts"
import { isExtractState, isOverdue, readAsked } from "../extract/extract.ts"
import { defineRule, noneOf, notChecked } from "../rule.ts"

const asked = {
  reason: "The page for easy read fails on one tablet.",
  expiresOn: "2027-05-01",
  digest: "0".repeat(64),
  fields: ["age", "gender"],
}
const { reason: _reason, ...unreasoned } = asked
const { expiresOn: _end, ...unending } = asked

export const processorExtractsDeletedAtClose = defineRule({
  id: "processor-extracts-deleted-at-close",
  statement: "Each extract is logged, leaves out postcode and free text, and is certified deleted before close.",
  source: { section: 2, quote: "to delete any data assets they hold" },
  law: ["UK GDPR Art 28(3)(a)", "UK GDPR Art 28(3)(g)", "UK GDPR Art 5(1)(c)"],
  enforcedBy: ["types", "schema", "runtime", "database", "people"],
  audit: Effect.gen(function* () {
    const now = yield* Effect.serviceOption(CollectionNow)
    if (Option.isNone(now)) return notChecked("no record of extracts is open here; none can be taken without one")
    const on = yield* today
    const { collection, extracts } = now.value
    const named = extracts.map((extract) => ({ extract, name: `extract ${extract.facts.id.slice(0, 8)}` }))
    return noneOf(
      named.flatMap(({ extract, name }) => [
        ...(isExtractState(extract) ? [] : [`${name} was not made by its transitions`]),
        ...(isOverdue(extract, on) ? [`${name} should have been deleted by ${extract.facts.expiresOn}`] : []),
        ...(collection.state === "closed" && extract.state === "taken" ? [`${name} exists after close`] : []),
      ]),
      extracts.length === 0
        ? "no extract was ever taken"
        : "every extract is within its days or certified deleted; the deletion itself is attested by the processor",
    )
  }),
  examples: {
    decode: readAsked,
    accepts: { "an extract with its reason, end, digest and fields": asked },
    refuses: {
      "no reason": unreasoned,
      "a blank reason": { ...asked, reason: "  " },
      "a reason that is a stroke": { ...asked, reason: "—" },
      "no end": unending,
      "an end that does not exist": { ...asked, expiresOn: "2027-02-30" },
      "no digest": { ...asked, digest: undefined },
      "a digest that is none": { ...asked, digest: "latest" },
      "free text": { ...asked, fields: ["age", "free-text"] },
      "the postcode": { ...asked, fields: ["home-postcode"] },
      "a name": { ...asked, fields: ["name"] },
      "no fields": { ...asked, fields: [] },
      "a field twice": { ...asked, fields: ["age", "age"] },
      everything: { ...asked, fields: ["*"] },
    },
  },
})
