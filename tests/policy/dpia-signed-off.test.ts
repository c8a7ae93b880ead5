/** The audit says what the DPIA still lacks, and is never upheld for want of looking. */
import { assert, describe, it } from "@effect/vitest"
import type { RecordedDeployment } from "../../policy/deployment/deployment.ts"
import { nothingDeclared } from "../../policy/deployment/in-force.ts"
import { dpiaVersion } from "../../policy/dpia/document/version.ts"
import { seen } from "../../policy/facts/fact.ts"
import { dpiaSignedOff } from "../../policy/rules/dpia-signed-off.ts"
import { adviser, officer } from "../support/policy/dpia/recorded.ts"
import { factsWith, nothingSeen } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { day } from "../support/policy/team.ts"

const tags = ["dpia-signed-off"] as const
const signed = { ...officer, on: "2027-01-04" }
const by = { ...signed, dpia: dpiaVersion }
const settled = (finding: "F17" | "F26") => ({ finding, decision: "settled", ...signed })

const recorded: RecordedDeployment = {
  ...nothingDeclared,
  mode: "live",
  signOffs: [
    { of: "measures", ...by },
    { of: "residual-risks", ...by },
    {
      of: "dpo-advice",
      ...by,
      advice: "Proceed.",
      answer: { outcome: "accepted", ...signed, by: adviser.by, on: "2027-01-05" },
    },
  ],
  decisions: [
    settled("F17"),
    settled("F26"),
    { finding: "F18", policyDocument: "APD 1", decision: "settled", ...signed },
  ],
  waivers: [],
  risks: [],
  consultations: [],
}

const auditOf = (change: Partial<RecordedDeployment>) =>
  dpiaSignedOff.audit(factsWith({ deployment: seen({ ...recorded, ...change }), today: seen(day("2027-02-01")) }))

describe("does not compile", { tags: [...tags] }, () => {
  it("a waiver of F18, or findings with one missing", () => {
    assert.sameMembers([...breachesOf("dpia-signed-off")], ["waived-f18", "missing-finding"])
  })
})

describe("audit", { tags: [...tags] }, () => {
  it("is upheld once everything is recorded, in this version", () => {
    const verdict = auditOf({})
    assert.strictEqual(verdict.status, "upheld", JSON.stringify(verdict))
  })

  it("is broken by each thing that is missing, and says who must act", () => {
    const broken: readonly Partial<RecordedDeployment>[] = [
      { signOffs: recorded.signOffs.slice(1) },
      { signOffs: recorded.signOffs.slice(0, 2) },
      { signOffs: recorded.signOffs.map((each) => ({ ...each, dpia: "0".repeat(64) })) },
      { decisions: recorded.decisions.slice(1) },
    ]
    for (const change of broken) {
      const verdict = auditOf(change)
      assert.strictEqual(verdict.status, "broken")
      assert.include(JSON.stringify(verdict), "who must act")
    }
  })

  it("is not checked in a rehearsal, nor where no deployment is read", () => {
    assert.strictEqual(auditOf({ mode: "rehearsal" }).status, "not checked")
    assert.strictEqual(dpiaSignedOff.audit(nothingSeen).status, "not checked")
  })
})
