/** Every answer is asked for one purpose on a named lawful basis, and a sensitive option carries its own condition. */
import { assert, describe, expect, it } from "@effect/vitest"
import { purposeAndLawfulBasis } from "../../policy/rules/purpose-and-lawful-basis.ts"
import { revealsHealth } from "../../surveys/characteristics/condition.ts"
import { audit, withForm, withQuestion } from "../support/policy/audit.ts"
import { breachesOf } from "../support/policy/fixtures.ts"

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
  it("upheld by the six forms, and says how many answers wait for a decision (F17, F18)", () => {
    const verdict = audit(purposeAndLawfulBasis)
    assert.strictEqual(verdict.status, "upheld")
    assert.match(JSON.stringify(verdict), /[1-9]\d* wait for F17 or F18/)
  })

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
  const offence = {
    ...revealsHealth.condition,
    article: "UK GDPR Art 10",
    schedule1: ["DPA 2018 Sch 1 Part 3 para 36"],
  }
  const { policyDocument: _, ...offenceUndocumented } = offence
  const inCustody = (more: object) =>
    withQuestion("6-8", "setting", { options: [{ key: "secure-training-centre", words: "STC", ...more }] })
  const answering = (more: object) =>
    withQuestion("6-8", "barriers", { options: [{ ...ill, infers: "health", ...more }] })

  it.for([
    ["an offence with its Article 10 condition", inCustody({ infers: "criminal-offence", condition: offence })],
    ["an offence that waits for F17", inCustody({ infers: "criminal-offence", condition: { unsettled: "F17" } })],
    [
      "health with its policy document",
      answering({ condition: { ...undocumented, policyDocument: { reference: "APD 1" } } }),
    ],
  ] as const)("upheld by %s", ([, asked]) => {
    assert.strictEqual(audit(purposeAndLawfulBasis, asked).status, "upheld")
  })

  it.for([
    [
      "an offence without its policy document",
      inCustody({ infers: "criminal-offence", condition: offenceUndocumented }),
    ],
    ["an offence under Article 9", inCustody({ infers: "criminal-offence", condition: revealsHealth.condition })],
    ["an offence that infers something else", inCustody({ infers: "health", condition: offence })],
    ["health under Article 10", answering({ condition: { ...revealsHealth.condition, article: "UK GDPR Art 10" } })],
    ["health with no paragraph of Schedule 1", answering({ condition: { ...revealsHealth.condition, schedule1: [] } })],
    [
      "health with no Schedule 1 at all",
      answering({ condition: { ...revealsHealth.condition, schedule1: undefined } }),
    ],
    [
      "health whose policy document is nothing",
      answering({ condition: { ...undocumented, policyDocument: { reference: "" } } }),
    ],
  ] as const)("broken by %s", ([, asked]) => {
    assert.strictEqual(audit(purposeAndLawfulBasis, asked).status, "broken")
  })

  it("a breach names its form, question and option", () => {
    const verdict = audit(purposeAndLawfulBasis, answering({}))
    assert.match(JSON.stringify(verdict), /6-8.*barriers.*option ill/)
  })

  it.for(tamperings)("broken by %s", ([, asked]) => {
    assert.strictEqual(audit(purposeAndLawfulBasis, asked).status, "broken")
  })
})
