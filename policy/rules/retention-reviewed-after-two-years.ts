/** Answers are kept two years, then reviewed: kept longer only with reasons and a new date, or destroyed and certified so. */
import { readExtension } from "../custody/extension.ts"
import { stateOn } from "../custody/retention.ts"
import { dueDateBreaches } from "../facts/due-dates.ts"
import { seenOr } from "../facts/fact.ts"
import { unretained } from "../facts/kept-day.ts"
import { clockBreaches, ledgerBreaches } from "../facts/ledger-look.ts"
import { overdueCopyBreaches } from "../facts/recorded-copies.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { defineRule } from "../rule.ts"
import { judge, notChecked, upheldUnless } from "../verdict.ts"

const lawful = { necessity: "Trends need a second year.", proportionality: "Only banded ages.", until: "2029-04-19" }

export const retentionReviewedAfterTwoYears = defineRule({
  id: "retention-reviewed-after-two-years",
  statement: "Answers are reviewed after two years, and destroyed unless extended with reasons and a new date.",
  source: { section: 2, quote: "retain data for 2 years after it has been collected" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 5(1)(e)", "UK GDPR Art 17(1)(a)"],
  enforcedBy: ["types", "schema", "runtime", "database"],
  enforcedAt: [
    "policy/custody/retention.ts#destroyOverdue",
    "policy/custody/retention.ts#retain",
    "policy/custody/retention.ts#extend",
    "policy/custody/retention.ts#destroy",
    "policy/custody/unlock.ts#unlock",
  ],
  audit: ({ retentions, today, days, ledger, records, schema }) =>
    judge({ retentions, today, days, ledger, schema }, ({ retentions, today, days, ledger, schema }) => {
      const found = [
        ...unretained(days),
        ...dueDateBreaches(retentions, seenOr(records, undefined)),
        ...ledgerBreaches(ledger),
        ...clockBreaches(ledger, today),
        ...overdueCopyBreaches(seenOr(records, []), today),
        ...schemaBreaches(schema, "retention-reviewed-after-two-years"),
      ]
      if (retentions.length === 0 && found.length === 0)
        return notChecked("no day's answers are in the evidence store yet, so none has a date on which it is reviewed")
      const overdue = retentions.filter((state) => stateOn(state, today).state === "review-overdue")
      const uncertified = retentions.filter(
        (state) => state.state === "destroyed" && state.facts.certificate.host === "missing",
      )
      return upheldUnless(
        [
          ...found,
          ...overdue.map(
            ({ facts }) => `the review of ${facts.of} is overdue: nothing is read, and it is to be destroyed`,
          ),
        ],
        ["every day's answers are within their two years, under review, extended with reasons, or destroyed"]
          .concat(uncertified.map(({ facts }) => `the host's certificate for ${facts.of} is missing`))
          .join("; "),
      )
    }),
  examples: {
    decode: readExtension,
    accepts: { "an extension with both reasons and a new date": lawful },
    refuses: {
      "no reason at all": { until: lawful.until },
      "no necessity": { ...lawful, necessity: undefined },
      "a blank necessity": { ...lawful, necessity: "   " },
      "a necessity that is a stroke": { ...lawful, necessity: "—" },
      "no proportionality": { necessity: lawful.necessity, until: lawful.until },
      "a blank proportionality": { ...lawful, proportionality: "" },
      "no new date": { necessity: lawful.necessity, proportionality: lawful.proportionality },
      "a date that does not exist": { ...lawful, until: "2029-02-29" },
      "for ever": { ...lawful, until: "indefinitely" },
      "a field more": { ...lawful, note: "as agreed" },
    },
  },
})
