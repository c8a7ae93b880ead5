/** Whatever the processor copies is logged with who, why, which fields and until when, and is certified deleted before close. */
import { isOverdue, readExtractRequest } from "../custody/extract.ts"
import { seenOr } from "../facts/fact.ts"
import { ledgerBreaches } from "../facts/ledger-look.ts"
import { extractBreaches } from "../facts/recorded-extracts.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

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
  enforcedAt: [
    "policy/custody/extract.ts#takeExtract",
    "policy/custody/extract.ts#certifyDeletion",
    "policy/custody/close-collection.ts#closeCollection",
  ],
  audit: ({ collection, extracts, today, ledger, records, schema }) =>
    judge({ collection, extracts, today, ledger, schema }, ({ collection, extracts, today, ledger, schema }) => {
      const named = extracts.map((extract) => ({ extract, name: `extract ${extract.facts.id.slice(0, 8)}` }))
      return upheldUnless(
        [
          ...named.flatMap(({ extract, name }) => [
            ...(isOverdue(extract, today) ? [`${name} should have been deleted by ${extract.facts.expiresOn}`] : []),
            ...(collection.state === "closed" && extract.state === "taken" ? [`${name} exists after close`] : []),
          ]),
          ...extractBreaches(extracts, seenOr(records, undefined)),
          ...ledgerBreaches(ledger),
          ...schemaBreaches(schema, "processor-extracts-deleted-at-close"),
        ],
        extracts.length === 0
          ? "no extract is recorded; software cannot see a copy that nobody recorded"
          : "every extract is within its days or certified deleted; the deletion itself is attested by the processor",
      )
    }),
  examples: {
    decode: readExtractRequest,
    accepts: { "an extract with its reason, end, digest and fields": asked },
    refuses: {
      "no reason": unreasoned,
      "a blank reason": { ...asked, reason: "  " },
      "a reason that is a stroke": { ...asked, reason: "—" },
      "no end": unending,
      "an end that does not exist": { ...asked, expiresOn: "2027-02-30" },
      "no digest": { ...asked, digest: undefined },
      "a word instead of a digest": { ...asked, digest: "latest" },
      "free text": { ...asked, fields: ["age", "free-text"] },
      "the postcode": { ...asked, fields: ["home-postcode"] },
      "a name": { ...asked, fields: ["name"] },
      "no fields": { ...asked, fields: [] },
      "a field twice": { ...asked, fields: ["age", "age"] },
      everything: { ...asked, fields: ["*"] },
    },
  },
})
