/** Collection opens only on a DPIA that was advised on, approved and settled, in the very version that is in force. */
import { Effect, Option, Schema } from "effect"
import { today } from "../civil-day.ts"
import { missingFromDpia } from "../dpia/readiness.ts"
import { SignOff, Waiver } from "../dpia/sign-off.ts"
import { dpiaVersion } from "../dpia/version.ts"
import { Recorded } from "../evidence/recorded.ts"
import { defineRule, noneOf, notChecked } from "../rule.ts"

const approval = { of: "measures", dpia: dpiaVersion, name: "A. Person", jobTitle: "Director", on: "2027-01-04" }
const answer = { outcome: "accepted", name: "B. Person", jobTitle: "SIRO", on: "2027-01-06" }
const advice = { ...approval, of: "dpo-advice", advice: "Proceed.", answer }
const waiver = {
  finding: "F17",
  reason: "The condition is being drafted.",
  owner: "C. Person",
  askedBy: "C. Person",
  grantedBy: "D. Person",
  on: "2027-01-04",
  until: "2027-06-30",
}

export const dpiaSignedOff = defineRule({
  id: "dpia-signed-off",
  statement:
    "Nothing is collected until the DPIA is signed off: measures, residual risks, the DPO's advice, and what blocks it.",
  source: { section: 6, quote: "DPO should advise on compliance" },
  law: ["UK GDPR Art 35(1)", "UK GDPR Art 35(2)", "UK GDPR Art 36"],
  enforcedBy: ["types", "schema", "runtime", "test", "people"],
  audit: Effect.gen(function* () {
    const recorded = yield* Effect.serviceOption(Recorded)
    if (Option.isNone(recorded)) return notChecked("no deployment is read here")
    if (recorded.value.mode === "rehearsal") return notChecked("a rehearsal opens without sign-off, and keeps apart")
    const missing = missingFromDpia(recorded.value, yield* today)
    return noneOf(
      missing.map(({ what, who }) => `missing: ${what}; who must act: ${who}`),
      `version ${dpiaVersion.slice(0, 12)} is approved and advised on, and nothing that blocks it is open`,
    )
  }),
  examples: {
    decode: Schema.decodeUnknownResult(Schema.Union([SignOff, Waiver]), { onExcessProperty: "error" }),
    accepts: { "an approval": approval, "advice that was accepted": advice, "a waiver that ends": waiver },
    refuses: {
      "a blank approver": { ...approval, name: "" },
      "an approver of white space": { ...approval, name: "  " },
      "no version": { ...approval, dpia: undefined },
      "a day that does not exist": { ...approval, on: "2027-02-29" },
      "advice without its answer": { ...advice, answer: undefined },
      "advice answered by its author": { ...advice, answer: { ...answer, name: "a. person" } },
      "advice overruled without reasons": { ...advice, answer: { ...answer, outcome: "overruled" } },
      "a waiver of F18": { ...waiver, finding: "F18" },
      "a waiver granted by who asked for it": { ...waiver, grantedBy: "C. Person" },
      "a waiver without an end": { ...waiver, until: undefined },
      "a waiver without a reason": { ...waiver, reason: "" },
      "a waiver for two years": { ...waiver, until: "2029-01-04" },
    },
  },
})
