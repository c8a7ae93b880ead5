/** Answers are kept two years, then reviewed: kept longer only with reasons and a new date, or destroyed and certified so. */
import { Effect, Option } from "effect"
import { today } from "../civil-day.ts"
import { Retained } from "../evidence/retained.ts"
import { readExtension } from "../retention/extension.ts"
import { isRetentionState, standsOn } from "../retention/retention-state.ts"
import { defineRule, noneOf, notChecked } from "../rule.ts"

const lawful = { necessity: "Trends need a second year.", proportionality: "Only banded ages.", until: "2029-04-19" }

export const retentionReviewedAfterTwoYears = defineRule({
  id: "retention-reviewed-after-two-years",
  statement: "After two years keeping is reviewed; what is not extended with reasons and a new date is destroyed.",
  source: { section: 2, quote: "retain data for 2 years after it has been collected" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 5(1)(e)", "UK GDPR Art 17(1)(a)"],
  enforcedBy: ["types", "schema", "runtime", "database"],
  audit: Effect.gen(function* () {
    const retained = yield* Effect.serviceOption(Retained)
    if (Option.isNone(retained) || retained.value.length === 0)
      return notChecked("no day's answers are in the evidence store yet, so none has a date on which it is reviewed")
    const on = yield* today
    const unmade = retained.value.filter((state) => !isRetentionState(state))
    const overdue = retained.value.filter((state) => standsOn(state, on).state === "review-overdue")
    const uncertified = retained.value.filter(
      (state) => state.state === "destroyed" && state.facts.certificate.host === "missing",
    )
    return noneOf(
      [
        ...unmade.map(({ facts }) => `the state of ${facts.of} was not made by its transitions`),
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
