/** What may be recorded: nothing blank, nobody who grants their own waiver, no end beyond a year, and never a waiver of F18. */
import { Result, Schema } from "effect"
import { describe, expect, test } from "vitest"
import { DeclaredWindow } from "../../../policy/deployment/declaration.ts"
import { Consultation, RiskLevel } from "../../../policy/dpia/risk.ts"
import { Decision, isInForce, SignOff, Waiver } from "../../../policy/dpia/sign-off.ts"
import type { RuleId } from "../../../policy/rule-id.ts"
import { officer, recorded, waiverOf } from "../../support/policy/dpia/recorded.ts"

const tags: RuleId[] = ["dpia-signed-off"]

const decode = Schema.decodeUnknownResult(
  Schema.Struct({
    signOffs: Schema.Array(SignOff),
    decisions: Schema.Array(Decision),
    waivers: Schema.Array(Waiver),
    risks: Schema.Array(RiskLevel),
    consultations: Schema.Array(Consultation),
    window: Schema.optionalKey(DeclaredWindow),
  }),
  { onExcessProperty: "error" },
)

const { signOffs, decisions, waivers, risks, consultations } = recorded
const whole = { signOffs, decisions, waivers, risks, consultations }

const refusalOf = (change: object): string => {
  const read = decode(JSON.parse(JSON.stringify({ ...whole, ...change })))
  return Result.isFailure(read) ? read.failure.message : "accepted"
}

const [measures, residual, advice] = recorded.signOffs
const [f17, f18] = recorded.decisions
const consultation = { risk: "transfer", reference: "Letter 9", outcome: "Proceed.", ...officer }
const level = { risk: "transfer", before: "high", after: "high", acceptable: true, ...officer }
const overruled = { outcome: "overruled", ...officer, on: "2027-01-05" }

describe("is accepted", { tags }, () => {
  test.for([
    ["everything recorded", {}],
    ["a waiver of F17 and one of F26", { waivers: [waiverOf("F17"), waiverOf("F26")] }],
    ["a waiver of a year, over a leap day", { waivers: [waiverOf("F17", { on: "2027-03-01", until: "2028-03-01" })] }],
    ["the levels of two risks", { risks: [level, { ...level, risk: "free-text" }] }],
    ["a window of a single day", { window: { opens: "2027-04-19", closes: "2027-04-19", ...officer } }],
    ["a waiver of a single day", { waivers: [waiverOf("F17", { on: "2027-03-01", until: "2027-03-01" })] }],
    ["advice overruled with reasons", { signOffs: [{ ...advice, answer: { ...overruled, reasons: "Urgency." } }] }],
    ["a decision on any other finding", { decisions: [{ ...f17, finding: "F42" }] }],
    ["a risk set to high, and its consultation", { risks: [level], consultations: [consultation] }],
  ] as const)("%s", ([, change]) => {
    expect(refusalOf(change)).toBe("accepted")
  })
})

const waiver = waiverOf("F17")
const { reason: _reason, ...noReason } = waiver
const { owner: _owner, ...noOwner } = waiver
const { until: _until, ...noEnd } = waiver
const refused: ReadonlyArray<readonly [string, object, RegExp]> = [
  ["a waiver of F18", { waivers: [{ ...waiver, finding: "F18" }] }, /for F18 the reference of the appropriate policy/],
  ["a waiver of a finding that blocks nothing", { waivers: [{ ...waiver, finding: "F08" }] }, /only F17 and F26/],
  ["a waiver by its author", { waivers: [{ ...waiver, by: waiver.askedBy }] }, /other than the one who asks/],
  ["a waiver without a reason", { waivers: [noReason] }, /\["reason"\]/],
  ["a waiver without an owner", { waivers: [noOwner] }, /\["owner"\]/],
  ["a waiver without an end", { waivers: [noEnd] }, /\["until"\]/],
  [
    "a waiver that ends before it begins",
    { waivers: [{ ...waiver, until: "2027-01-10" }] },
    /end the waiver on or after/,
  ],
  ["a waiver of a year and a day", { waivers: [{ ...waiver, until: "2028-01-12" }] }, /within a year/],
  ["a waiver until no day", { waivers: [{ ...waiver, until: "2027-02-30" }] }, /civil date/],
  ["a waiver with a word too many", { waivers: [{ ...waiver, untill: "2027-06-30" }] }, /untill/],
  ["a blank approver", { signOffs: [{ ...measures, by: "  " }] }, /\["by"\]/],
  ["an approver by name", { signOffs: [{ ...residual, by: "Ama Officer" }] }, /\["by"\]/],
  ["an approval of no version", { signOffs: [{ ...measures, dpia: "the latest" }] }, /\["dpia"\]/],
  ["an approval with no such date", { signOffs: [{ ...measures, on: "04/01/2027" }] }, /civil date/],
  ["advice overruled without reasons", { signOffs: [{ ...advice, answer: overruled }] }, /\["reasons"\]/],
  ["advice with no answer", { signOffs: [{ ...advice, answer: undefined }] }, /\["answer"\]/],
  ["advice accepted by its giver", { signOffs: [{ ...advice, by: officer.by }] }, /other than the DPO/],
  ["advice answered before it was given", { signOffs: [{ ...advice, on: "2027-01-05" }] }, /on or after the day/],
  ["F18 decided without its document", { decisions: [{ ...f18, policyDocument: undefined }] }, /policyDocument/],
  ["a decision on a finding that is not there", { decisions: [{ ...f17, finding: "F99" }] }, /\["finding"\]/],
  ["a decision by nobody", { decisions: [{ ...f17, by: "" }] }, /\["by"\]/],
  ["a risk that no register has", { risks: [{ ...level, risk: "weather" }] }, /\["risk"\]/],
  [
    "a consultation without a reference",
    { consultations: [{ ...consultation, reference: "" }] },
    /this entry is blank/,
  ],
  [
    "a window that closes before it opens",
    { window: { opens: "2027-05-19", closes: "2027-04-19", ...officer } },
    /close on or after/,
  ],
]

describe("is refused", { tags }, () => {
  test.for(refused)("%s", ([, change, named]) => {
    expect(refusalOf(change)).toMatch(named)
  })
})

test("a waiver counts from its first day to its last, both included", { tags }, () => {
  const on = (today: string) => isInForce(waiver, today)
  expect(["2027-01-10", "2027-01-11", "2027-06-30", "2027-07-01"].map(on)).toEqual([false, true, true, false])
})
