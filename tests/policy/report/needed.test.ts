/** The actions needed are listed by urgency, each with the person who must act, in words for readers. */
import { expect, test } from "vitest"
import type { RecordedDeployment } from "../../../policy/deployment/deployment.ts"
import { findingReports } from "../../../policy/report/finding-report.ts"
import { needed } from "../../../policy/report/needed.ts"
import type { FindingReport, RuleReport } from "../../../policy/report/report.ts"
import { recorded, today, undecided, waiverOf } from "../../support/policy/dpia/recorded.ts"
import { blockOf, made } from "../../support/policy/report/made.ts"

const rule = blockOf(made(), "opt-out-on-every-question")
const broken: RuleReport = { ...rule, kept: "broken" }
const nobody: RecordedDeployment = { ...recorded, signOffs: [], decisions: [] }
const findings = findingReports(nobody, today)
const told = (rules: readonly RuleReport[], deployment = nobody, all: readonly FindingReport[] = findings) =>
  needed(rules, all, deployment, today, "England")

const kindOf = ({ what, who }: { readonly what: string; readonly who: string }): string => {
  if (what.startsWith("A rule is broken: ")) return "broken"
  return `${what.startsWith("Before live can open: ") ? "live" : "soon"}, ${who.includes("DPO") ? "DPO" : "others"}`
}

test("broken, then what keeps live shut, then what should be decided soon; the DPO's part first", () => {
  const kinds = told([rule, broken]).map(kindOf)
  expect(kinds.filter((kind, at) => kind !== kinds[at - 1])).toEqual([
    "broken",
    "live, DPO",
    "live, others",
    "soon, DPO",
    "soon, others",
  ])
})

test("of the rules only those that are broken, by their statement", () => {
  expect(told([broken, rule])[0]).toEqual({
    what: `A rule is broken: ${rule.statement}`,
    who: "the developers, who inform the DPO",
    by: today,
  })
  expect(told([rule]).some(({ what }) => what.includes("A rule is broken"))).toBe(false)
})

test("of the findings only those that press and are open, each with its decider", () => {
  const soon = (all: readonly FindingReport[]) =>
    told([], nobody, all).filter(({ what }) => what.startsWith("Decide soon"))
  expect(soon(findings).map(({ what }) => what.slice(13, 16))).toEqual(
    expect.arrayContaining(["F08", "F09", "F10", "F11", "F12", "F20", "F22", "F23", "F34"]),
  )
  expect(soon(findings)).toHaveLength(9)
  expect(soon(findings)).toContainEqual({
    what: "Decide soon, F23: Postcodes are destroyed once matched, with no deadline",
    who: "the DPO",
    by: "2027-04-19",
  })
  expect(soon(findings.map((each) => ({ ...each, state: "decided" })))).toEqual([])
  expect(soon(findings.map((each) => ({ ...each, state: "waived" })))).toEqual([])
})

test("where an entry is written is left out, and why it does not count is kept", () => {
  const words = told([]).map(({ what }) => what)
  expect(words.join()).not.toContain("app.config")
  expect(words).toContain("Before live can open: the approval of the measures (DPIA section 6)")
  const early = { ...nobody, signOffs: recorded.signOffs.map((each) => ({ ...each, dpia: "0123456789ab" })) }
  expect(told([], early).map(({ what }) => what)).toContain(
    "Before live can open: the approval of the measures (DPIA section 6) (the recorded one is for another version)",
  )
})

test("the owner of a waiver appears by role, and not by name", () => {
  const waivers = [waiverOf("F17", { until: "2027-03-01" })]
  const waiting = told([], { ...undecided("F17"), waivers }).find(({ what }) => what.includes("F17"))
  expect(waiting?.what).toContain("its waiver ends on 2027-03-01, before the window opens")
  expect(waiting?.who).toBe("the owner of the waiver")
})

test("with everything recorded, and England imported, nothing is left", () => {
  expect(told([rule], recorded, [])).toEqual([])
})
