/** The block of a finding says in words whether it is open, what holds meanwhile, who decides and what was decided. */
import { describe, expect, test } from "vitest"
import { findingReports } from "../../../policy/report/finding-report.ts"
import { reportHtml } from "../../../policy/report/html.ts"
import type { FindingReport } from "../../../policy/report/report.ts"
import { made } from "../../support/policy/report/made.ts"
import { blockIn, lookOf, plain, termsIn } from "../../support/policy/report/read.ts"

const base = made()
const [first] = findingReports({ decisions: [], waivers: [] }, "2027-02-01")
const findingTold = (change: Partial<FindingReport>): string =>
  blockIn(reportHtml({ ...base, findings: first === undefined ? [] : [{ ...first, ...change }] }), "F01")

describe("a finding", () => {
  test.for([
    [{ state: "decided" }, ["settled", "–", "Decided"]],
    [{ state: "waived" }, ["waived", "…", "Waived for now"]],
    [{ state: "open", severity: "note" }, ["note", "–", "Open: note"]],
    [{ state: "open", severity: "decide soon" }, ["needs", "?", "Open: decide soon"]],
    [{ state: "open", severity: "blocks opening" }, ["needs", "?", "Open: blocks opening"]],
    [{ state: "decided", severity: "note" }, ["settled", "–", "Decided"]],
    [{ state: "waived", severity: "note" }, ["waived", "…", "Waived for now"]],
  ] as const)("that is %j looks and reads so", ([change, look]) => {
    expect(lookOf(findingTold(change))).toEqual(look)
  })

  test("tells of its decision, with its document where there is one", () => {
    const decision = { words: "Six it is", on: "2026-11-02" }
    expect(plain(findingTold({ decision }))).toContain("DecisionSix it is. Recorded on 2 November 2026.")
    expect(plain(findingTold({ decision }))).not.toContain("Document:")
    expect(plain(findingTold({ decision: { ...decision, policyDocument: "Policy 7" } }))).toContain(
      "Recorded on 2 November 2026. Document: Policy 7.",
    )
  })

  test("tells of its waiver, and who must decide still", () => {
    const waiver = { reason: "Time presses", on: "2026-11-02", until: "2026-12-03" }
    expect(plain(findingTold({ waiver, decider: "the DPO" }))).toContain(
      "Waived from 2 November 2026 until 3 December 2026: Time presses. Still to be decided by the DPO.",
    )
  })

  test("says that there is no decision yet", () => {
    expect(plain(findingTold({}))).toContain("DecisionNone yet.")
  })

  test("quotes the DPIA, or says where it was looked for, and what holds it meanwhile", () => {
    const told = findingTold({ quotes: [], lookedIn: "Section 5.", heldBy: ["policy/a.ts"] })
    expect(plain(told)).toContain("Looked for inSection 5.")
    expect(plain(told)).toContain("Held bypolicy/a.ts")
    expect(told).not.toContain("<blockquote>")
    expect(termsIn(findingTold({ heldBy: [] }))).toEqual(["Why it matters", "Meanwhile", "Who decides", "Decision"])
    expect(plain(findingTold({ quotes: [{ section: 3, words: "as said" }] }))).toContain("“as said”DPIA section 3")
  })

  test.for([
    ["contradiction", "The DPIA contradicts itself."],
    ["ambiguity", "The DPIA can be read in more than one way."],
    ["gap", "The DPIA is silent."],
    ["out-of-date", "The DPIA is out of date."],
    ["legal-text", "The law that the DPIA cites reads otherwise."],
  ] as const)("of the kind %s says so in words", ([kind, words]) => {
    expect(plain(findingTold({ kind }))).toContain(words)
  })
})
