/** Collection opens only on a DPIA that was advised on, approved and settled, in the very version that is in force. */
import { Schema } from "effect"
import { missingFromDpia } from "../deployment/readiness.ts"
import { dpiaVersion } from "../dpia/document/version.ts"
import { Advice, Approval, Waiver } from "../dpia/sign-off.ts"
import { defineRule } from "../rule.ts"
import { judge, notChecked, upheldUnless } from "../verdict.ts"

const [officer, adviser, asker] = ["00000000000000aa", "00000000000000bb", "00000000000000cc"]
const signed = { by: officer, role: "senior-information-risk-owner", on: "2027-01-04" }
const approval = { of: "measures", dpia: dpiaVersion, ...signed }
const answer = { outcome: "accepted", ...signed, on: "2027-01-06" }
const advice = { ...approval, of: "dpo-advice", by: adviser, role: "dpo", advice: "Proceed.", answer }
const waiver = {
  finding: "F17",
  reason: "The condition is being drafted.",
  owner: officer,
  askedBy: asker,
  ...signed,
  until: "2027-06-30",
}

export const dpiaSignedOff = defineRule({
  id: "dpia-signed-off",
  statement:
    "Nothing is collected until the DPIA is signed off: measures, residual risks, the DPO's advice, and what blocks it.",
  source: { section: 6, quote: "DPO should advise on compliance" },
  law: ["UK GDPR Art 35(1)", "UK GDPR Art 35(2)", "UK GDPR Art 36"],
  enforcedBy: ["types", "schema", "runtime", "test", "people"],
  enforcedAt: [
    "policy/deployment/opening.ts#missingToOpen",
    "policy/deployment/declare.ts#declare",
    "policy/deployment/declare.ts#draftWaiver",
  ],
  audit: ({ deployment, today }) =>
    judge({ deployment, today }, ({ deployment, today }) => {
      if (deployment.mode === "rehearsal") return notChecked("a rehearsal opens without sign-off, and keeps apart")
      return upheldUnless(
        missingFromDpia(deployment, today).map(({ what, who }) => `missing: ${what}; who must act: ${who}`),
        `version ${dpiaVersion.slice(0, 12)} is approved and advised on, and nothing that blocks it is open`,
      )
    }),
  examples: {
    decode: Schema.decodeUnknownResult(Schema.Union([Approval, Advice, Waiver]), { onExcessProperty: "error" }),
    accepts: { "an approval": approval, "advice that was accepted": advice, "a waiver that ends": waiver },
    refuses: {
      "a blank approver": { ...approval, by: "" },
      "an approver by name": { ...approval, by: "A. Person" },
      "an approver without a role": { ...approval, role: undefined },
      "no version": { ...approval, dpia: undefined },
      "a day that does not exist": { ...approval, on: "2027-02-29" },
      "advice without its answer": { ...advice, answer: undefined },
      "advice answered by its author": { ...advice, answer: { ...answer, by: adviser } },
      "advice overruled without reasons": { ...advice, answer: { ...answer, outcome: "overruled" } },
      "a waiver of F18": { ...waiver, finding: "F18" },
      "a waiver granted by who asked for it": { ...waiver, askedBy: officer },
      "a waiver without an end": { ...waiver, until: undefined },
      "a waiver without a reason": { ...waiver, reason: "" },
      "a waiver for two years": { ...waiver, until: "2029-01-04" },
    },
  },
})
