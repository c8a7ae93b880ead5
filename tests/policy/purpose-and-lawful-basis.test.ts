/** Every answer is asked for one purpose on a named lawful basis, and a sensitive option carries its own condition. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { purposeAndLawfulBasis } from "../../policy/rules/purpose-and-lawful-basis.ts"
import { revealsHealth } from "../../surveys/characteristics/condition.ts"
import { audit, withForm, withQuestion } from "./audit.ts"
import { breachesOf } from "./fixtures.ts"

const tags = ["purpose-and-lawful-basis" as const]

describe("does not compile", { tags }, () => {
  it("on another basis or for another purpose, or with a sensitive answer that lacks its condition", () => {
    expect(breachesOf("purpose-and-lawful-basis")).toEqual(
      expect.arrayContaining([
        "no-basis",
        "another-basis",
        "another-purpose",
        "youth-offending-team-untagged",
        "offence-as-health",
        "health-option-untagged",
        "health-row-untagged",
        "ethnicity-without-condition",
        "no-policy-document",
        "no-schedule-1",
        "health-option-no-policy-document",
      ]),
    )
  })
})

describe("audit", { tags }, () => {
  it.effect("upheld by the six forms, and says how many answers wait for a decision (F17, F18)", () =>
    Effect.gen(function* () {
      const verdict = yield* audit(purposeAndLawfulBasis)
      assert.strictEqual(verdict.status, "upheld")
      assert.match(JSON.stringify(verdict), /[1-9]\d* wait for F17 or F18/)
    }),
  )

  const { policyDocument, ...undocumented } = revealsHealth.condition
  const ill = { key: "ill", words: "Ill" }
  const tamperings = [
    ["another basis", withForm("6-8", { basis: { provision: "UK GDPR Art 6(1)(a)" } })],
    ["another purpose", withForm("6-8", { purpose: "business-plan" })],
    ["ethnicity with no condition", withQuestion("6-8", "ethnicity", { condition: undefined })],
    ["ethnicity with no policy document", withQuestion("6-8", "ethnicity", { condition: undocumented })],
    [
      "a young offender institution untagged",
      withQuestion("6-8", "setting", { options: [{ key: "young-offender-institution", words: "YOI" }] }),
    ],
    [
      "an offence passed off as health",
      withQuestion("6-8", "setting", { options: [{ key: "secure-training-centre", words: "STC", ...revealsHealth }] }),
    ],
    ["an answer on health untagged", withQuestion("6-8", "barriers", { options: [{ ...ill, infers: "health" }] })],
    ["a row on health untagged", withQuestion("6-8", "life-now", { rows: [{ ...ill, infers: "health" }] })],
  ] as const
  it.effect.each(tamperings)("broken by %s", ([, asked]) =>
    Effect.gen(function* () {
      assert.strictEqual((yield* audit(purposeAndLawfulBasis, asked)).status, "broken")
    }),
  )
})
