/** Page 1 counts the rules by status, lists the most urgent first, and claims no evidence from another build. */
import { describe, expect, test } from "vitest"
import { reportHtml } from "../../../policy/report/html.ts"
import type { Report } from "../../../policy/report/report.ts"
import { made } from "../../support/policy/report/made.ts"
import { plain, sectionIn } from "../../support/policy/report/read.ts"

const base = made()
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
  test("is listed with who must act, each as a sentence", () => {
    const needed = [
      { what: "Do this", who: "the DPO" },
      { what: "Is it so?", who: "the host" },
    ]
    expect(plain(told({ needed }))).toContain("Do this. Who must act: the DPOIs it so? Who must act: the host")
    expect(plain(told({ needed }))).not.toContain("Nothing waits")
  })

  test("is nothing, where nothing waits", () => {
    expect(plain(told({ needed: [] }))).toContain("Nothing waits for anybody.")
    expect(told({ needed: [] })).not.toContain('<ol class="todo">')
  })
})

describe("the evidence", () => {
  const on = "2026-11-02T10:00:00Z"
  const because = "nobody looked"

  test("is given with its numbers and its day where it belongs to this build", () => {
    const page = plain(
      told({
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
    expect(plain(told({ mutation }))).toContain("91.5 in 100.")
  })

  test("is not checked where it is not, each with its reason", () => {
    const none = { checked: false, because } as const
    const page = plain(told({ tests: none, sabotages: none, mutation: none }))
    for (const what of ["Tests of the rules.", "Sabotage.", "Mutation."])
      expect(page).toContain(`${what} Not checked: nobody looked.`)
  })
})
