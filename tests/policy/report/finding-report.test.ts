/** A finding is decided, waived for now, or open: by the record, its author's authority, and its date. */
import { describe, expect, test } from "vitest"
import type { RecordedDeployment } from "../../../policy/deployment/deployment.ts"
import { type FindingId, findingIds } from "../../../policy/dpia/findings/finding-id.ts"
import { findingReports } from "../../../policy/report/finding-report.ts"
import { officer, recorded, today, waiverOf } from "../../support/policy/dpia/recorded.ts"

type Recorded = Pick<RecordedDeployment, "decisions" | "waivers">
const nothing: Recorded = { decisions: [], waivers: [] }
const told = (id: FindingId, change: Partial<Recorded> = {}) =>
  findingReports({ ...nothing, ...change }, today).find((each) => each.id === id)

const decision = (on: string, words = "It is settled.") => ({
  finding: "F17" as const,
  decision: words,
  ...officer,
  on,
})

test("open without a record, and without words on a decision", () => {
  expect(told("F17")?.state).toBe("open")
  expect(told("F17")).not.toHaveProperty("decision")
  expect(told("F17")).not.toHaveProperty("waiver")
})

describe("decided", () => {
  test("from the day of the decision, and not before it", () => {
    expect(told("F17", { decisions: [decision(today)] })).toMatchObject({
      state: "decided",
      decision: { words: "It is settled.", on: today },
    })
    expect(told("F17", { decisions: [decision("2027-02-02")] })?.state).toBe("open")
    expect(told("F26", { decisions: [decision(today)] })?.state).toBe("open")
  })

  test("by the last of several decisions", () => {
    const decisions = [decision("2027-01-02", "First."), decision("2027-01-03", "Second.")]
    expect(told("F17", { decisions })?.decision?.words).toBe("Second.")
  })

  test("with the document that it names, where it names one, and without who decided", () => {
    expect(told("F18", recorded)?.decision).toEqual({
      words: "The document is adopted.",
      on: "2027-01-04",
      policyDocument: "Policy 7",
    })
    expect(told("F17", recorded)?.decision).toEqual({ words: "A condition is named.", on: "2027-01-04" })
  })

  test("though it was waived before", () => {
    expect(told("F17", { decisions: [decision(today)], waivers: [waiverOf("F17")] })?.state).toBe("decided")
  })
})

describe("waived", () => {
  test("while a waiver is in force, with its reason and its days, and without its people", () => {
    expect(told("F17", { waivers: [waiverOf("F17")] })).toMatchObject({ state: "waived" })
    expect(told("F17", { waivers: [waiverOf("F17")] })?.waiver).toEqual({
      reason: "The decision is due within the month.",
      on: "2027-01-11",
      until: "2027-06-30",
    })
  })

  test.for([
    ["the day it ends", { until: today }, "waived"],
    ["the day after it ended", { until: "2027-01-31" }, "open"],
    ["the day it begins", { on: today }, "waived"],
    ["the day before it begins", { on: "2027-02-02" }, "open"],
  ] as const)("%s", ([, change, state]) => {
    expect(told("F17", { waivers: [waiverOf("F17", change)] })?.state).toBe(state)
  })

  test("of two by the one that ends later, in whatever order they are recorded: live rests on that one", () => {
    const [longer, shorter] = [waiverOf("F17", { until: "2027-06-30" }), waiverOf("F17", { until: "2027-03-01" })]
    for (const waivers of [
      [longer, shorter],
      [shorter, longer],
    ])
      expect(told("F17", { waivers })?.waiver?.until).toBe("2027-06-30")
  })

  test("by a waiver of that finding alone, and never where the law lets nobody waive", () => {
    expect(told("F26", { waivers: [waiverOf("F17")] })?.state).toBe("open")
    const f18 = { ...waiverOf("F17"), finding: "F18" } as unknown as ReturnType<typeof waiverOf>
    expect(told("F18", { waivers: [f18] })?.state).toBe("open")
  })
})

test("each finding once, with where it was looked for and what holds it only where that is known", () => {
  const all = findingReports(nothing, today)
  expect(new Set(all.map(({ id }) => id)).size).toBe(findingIds.length)
  expect(told("F19")?.lookedIn).toContain("Sections 4 and 5")
  expect(told("F05")).not.toHaveProperty("lookedIn")
  expect(told("F19")?.heldBy).toEqual(["policy/parameters.ts"])
  expect(told("F05")?.heldBy).toEqual([])
  expect(told("F05")?.commitments).toEqual(["C067"])
  expect(all.filter(({ commitments }) => commitments.some((id) => !/^C\d{3}$/.test(id)))).toEqual([])
})
