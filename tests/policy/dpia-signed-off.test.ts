/** The audit says what the DPIA still lacks, and is never upheld for want of looking. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import type { RecordedDeployment } from "../../policy/deployment.ts"
import { dpiaVersion } from "../../policy/dpia/version.ts"
import { Recorded } from "../../policy/evidence/recorded.ts"
import { dpiaSignedOff } from "../../policy/rules/dpia-signed-off.ts"
import { breachesOf } from "./fixtures.ts"
import { midday } from "./team.ts"

const tags = ["dpia-signed-off"] as const
const by = { name: "A. Person", jobTitle: "Director", on: "2027-01-04", dpia: dpiaVersion }
const settled = (finding: "F17" | "F26") => ({ finding, decision: "settled", by: "C. Person", on: "2027-01-04" })

const recorded: RecordedDeployment = {
  mode: "live",
  controller: "Children's Commissioner for England",
  regulator: "Information Commission",
  signOffs: [
    { of: "measures", ...by },
    { of: "residual-risks", ...by },
    {
      of: "dpo-advice",
      ...by,
      advice: "Proceed.",
      answer: { outcome: "accepted", name: "B. Person", jobTitle: "SIRO", on: "2027-01-05" },
    },
  ],
  decisions: [
    settled("F17"),
    settled("F26"),
    { finding: "F18", policyDocument: "APD 1", decision: "settled", by: "C. Person", on: "2027-01-04" },
  ],
  waivers: [],
  risks: [],
  consultations: [],
}

const auditOf = (change: Partial<RecordedDeployment>) =>
  Effect.provideService(dpiaSignedOff.audit, Recorded, { ...recorded, ...change })

describe("does not compile", { tags: [...tags] }, () => {
  it("a waiver of F18, or findings with one missing", () => {
    assert.sameMembers([...breachesOf("dpia-signed-off")], ["waived-f18", "missing-finding"])
  })
})

describe("audit", { tags: [...tags] }, () => {
  it.effect("is upheld once everything is recorded, in this version", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday("2027-02-01"))
      const verdict = yield* auditOf({})
      assert.strictEqual(verdict.status, "upheld", JSON.stringify(verdict))
    }),
  )

  it.effect("is broken by each thing that is missing, and says who must act", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday("2027-02-01"))
      const broken: readonly Partial<RecordedDeployment>[] = [
        { signOffs: recorded.signOffs.slice(1) },
        { signOffs: recorded.signOffs.slice(0, 2) },
        { signOffs: recorded.signOffs.map((each) => ({ ...each, dpia: "0".repeat(64) })) },
        { decisions: recorded.decisions.slice(1) },
      ]
      for (const change of broken) {
        const verdict = yield* auditOf(change)
        assert.strictEqual(verdict.status, "broken")
        assert.include(JSON.stringify(verdict), "who must act")
      }
    }),
  )

  it.effect("is not checked in a rehearsal, nor where no deployment is read", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* auditOf({ mode: "rehearsal" })).status, "not checked")
      assert.strictEqual((yield* dpiaSignedOff.audit).status, "not checked")
    }),
  )
})
