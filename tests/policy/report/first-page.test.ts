/** Page 1 counts the rules by status, lists the most urgent first, and claims no evidence from another build. */
import { describe, expect, test } from "vitest"
import { clipped } from "../../../policy/report/first-page.ts"
import { reportHtml } from "../../../policy/report/html.ts"
import type { Report } from "../../../policy/report/report.ts"
import { made } from "../../support/policy/report/made.ts"
import { plain, rowsIn, sectionIn } from "../../support/policy/report/read.ts"

const base = made()
const evidenceOf = (change: Partial<Report>): string => sectionIn(reportHtml({ ...base, ...change }), "evidence")
const told = (change: Partial<Report>): string => sectionIn(reportHtml({ ...base, ...change }), "short")
const withCounts = (change: Partial<Report["summary"]>): string => told({ summary: { ...base.summary, ...change } })

const tilesIn = (page: string): readonly string[] =>
  [...page.matchAll(/<li class="[a-z]+"><span class="big">[\s\S]*?<\/li>/g)].map(([tile]) => plain(tile))
const classesIn = (page: string): readonly unknown[] =>
  [...page.matchAll(/<li class="([a-z]+)"><span class="big">/g)].map(([, name]) => name)

describe("the counts", () => {
  const counts = {
    upheld: 11,
    broken: 12,
    notChecked: 13,
    needsDecision: 14,
    waivers: 15,
    attestations: { attested: 16, lapsed: 17, missing: 18 },
  }

  test("each answer has its words and its look", () => {
    expect(
      tilesIn(withCounts(counts)).map(
        (tile) =>
          /^\d+[a-z ]+?(?=looked|something|nothing shows|a strict|by a person|the last|nobody has)/.exec(tile)?.[0],
      ),
    ).toEqual(["11upheld", "12broken", "13not checked", "14needing a decision", "16attested", "17lapsed", "18missing"])
    expect(classesIn(withCounts(counts))).toEqual(["upheld", "broken", "idle", "needs", "settled", "needs", "idle"])
  })

  test("the two questions have counts of their own, and waivers a line", () => {
    const page = plain(withCounts(counts))
    expect(page.indexOf("Is it kept?")).toBeLessThan(page.indexOf("11upheld"))
    expect(page.indexOf("Does it need a decision?")).toBeGreaterThan(page.indexOf("13not checked"))
    expect(page.indexOf("Does it need a decision?")).toBeLessThan(page.indexOf("14needing"))
    expect(page).toContain("Waivers in force: 15.")
  })

  test("a broken rule comes before anything else", () => {
    expect(plain(withCounts({ broken: 0 }))).toContain("Nothing was found broken.")
    expect(plain(withCounts({ broken: 0 }))).not.toContain("Something is broken")
    expect(plain(withCounts({ broken: 1 }))).toContain("Something is broken. It is listed first")
    expect(plain(withCounts({ broken: 1 }))).not.toContain("Nothing was found broken.")
  })
})

test("a rehearsal says that no real answer is in it, and live does not", () => {
  const words = "no real child’s answer is among them"
  expect(plain(told({ mode: "rehearsal" }))).toContain(words)
  expect(plain(told({ mode: "live" }))).not.toContain(words)
  expect(plain(told({ mode: "live" }))).toContain("This report covers the live.")
})

describe("what needs somebody", () => {
  const action = (what: string) => ({ what, who: "the DPO", by: "2027-04-19" })

  test("is a table of who must act by when, each as a sentence", () => {
    const needed = [
      { what: "Do this", who: "the DPO", by: "2027-04-19" },
      { what: "Is it so?", who: "the host", by: "before live opens" },
    ]
    expect(rowsIn(told({ needed }))).toEqual([
      ["19 April 2027", "the DPO", "Do this."],
      ["before live opens", "the host", "Is it so?"],
    ])
    expect(plain(told({ needed }))).not.toContain("Nothing waits")
  })

  test("is nothing, where nothing waits", () => {
    expect(plain(told({ needed: [] }))).toContain("Nothing waits for anybody.")
    expect(rowsIn(told({ needed: [] }))).toEqual([])
  })

  test("is cut to what fits on one page, and the annex has all of it", () => {
    const needed = Array.from({ length: 12 }, (_, at) => action(`Do ${at}`))
    expect(rowsIn(told({ needed }))).toHaveLength(6)
    expect(plain(told({ needed }))).toContain("And 6 more: every action.")
    expect(rowsIn(sectionIn(reportHtml({ ...base, needed }), "actions"))).toHaveLength(12)
    expect(clipped("one two three", 8)).toBe("one two …")
    expect(clipped("one two", 8)).toBe("one two")
  })
})

test("a broken rule is named before one that was not checked, and where all is upheld it says so", () => {
  const [first, second, ...rest] = base.rules
  if (first === undefined || second === undefined) throw new Error("there are no rules")
  const because = "nobody looked"
  const rules = [{ ...first, kept: "not-checked", because } as const, { ...second, kept: "broken", because } as const]
  const page = plain(told({ rules: [...rules, ...rest.map((each) => ({ ...each, kept: "upheld" as const }))] }))
  expect(page.indexOf("✕ Broken")).toBeGreaterThan(0)
  expect(page.indexOf("✕ Broken")).toBeLessThan(page.indexOf("○ Not checked"))
  expect(plain(told({ rules: [] }))).toContain("Every rule is upheld.")
})

describe("the evidence", () => {
  const on = "2026-11-02T10:00:00Z"
  const because = "nobody looked"

  test("is given with its numbers and its day where it belongs to this build", () => {
    const page = plain(
      evidenceOf({
        tests: { checked: true, on, passed: 101, failed: 102, skipped: 103 },
        sabotages: { checked: true, on, caught: 104, tried: 105, notBuilt: 106 },
        mutation: { checked: true, on, score: 91.5, killed: 107, total: 108, survivors: [] },
      }),
    )
    expect(page).toContain("101 passed, 102 failed and 103 were left out, on this very build, on 2 November 2026.")
    expect(page).toContain("in 105 ways, on 2 November 2026; 104 were noticed. 106 more wait")
    expect(page).toContain("108 of them; 107 were noticed by a test: 91.5 in 100, on 2 November 2026.")
    expect(page).not.toContain("Not checked: ")
  })

  test("has no day where none was written down", () => {
    const mutation = { checked: true, on: "", score: 91.5, killed: 107, total: 108, survivors: [] } as const
    expect(plain(evidenceOf({ mutation }))).toContain("91.5 in 100.")
  })

  test("is not checked where it is not, each with its reason", () => {
    const none = { checked: false, because } as const
    const page = plain(evidenceOf({ tests: none, sabotages: none, mutation: none }))
    for (const what of ["Tests of the rules.", "Sabotage.", "Mutation."])
      expect(page).toContain(`${what} Not checked: nobody looked.`)
  })
})
