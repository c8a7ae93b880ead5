/** The whole report is gathered from what it is handed: the order of its rules, its counts, and what it says of the build. */
import { describe, expect, test } from "vitest"
import { assets } from "../../../policy/dpia/assets/register.ts"
import { dpiaVersion } from "../../../policy/dpia/document/version.ts"
import { findingIds, severityOf } from "../../../policy/dpia/findings/finding-id.ts"
import type { Kept } from "../../../policy/report/kept.ts"
import { manifestDigest } from "../../../policy/report/manifest.ts"
import type { Report, RuleReport } from "../../../policy/report/report.ts"
import type { Sabotaged, Tested } from "../../../policy/report/results.ts"
import { ruleIds } from "../../../policy/rule-id.ts"
import { waiverOf } from "../../support/policy/dpia/recorded.ts"
import { evidence, made, mutation, now, sabotage, settled, tests } from "../../support/policy/report/made.ts"

const { results } = evidence
const standing = { store: "collection" as const, table: "response", column: "at" }

describe("the rules", () => {
  const mixed = made({ deployment: { ...settled, decisions: settled.decisions.slice(0, 5) } }, [standing])

  test("stand in the order in which they need somebody, every one of them once", () => {
    const groupOf = ({ kept, needs }: RuleReport) => {
      if (kept === "broken") return "broken"
      return needs === null ? kept : "needs a decision"
    }
    const groups = mixed.rules.map(groupOf)
    expect(groups.filter((group, at) => group !== groups[at - 1])).toEqual([
      "broken",
      "needs a decision",
      "not-checked",
      "upheld",
    ])
    expect(mixed.rules.map(({ id }) => id).toSorted()).toEqual(ruleIds.toSorted())
  })

  test("and of those that need a decision, what keeps live shut comes first", () => {
    const isBlocked = ({ waitsFor }: Report["rules"][number]) =>
      waitsFor.some((id) => severityOf(id) === "blocks opening")
    const undecided = made().rules.filter(({ needs }) => needs !== null)
    const blocked = undecided.map(isBlocked)
    expect(blocked).toEqual(blocked.toSorted((one, other) => Number(other) - Number(one)))
    expect(new Set(blocked).size).toBe(2)
  })

  test("are counted by whether they are kept, and apart from that by whether they need a decision", () => {
    const waivers = [waiverOf("F17", { on: "2000-01-01", until: "2099-12-31" })]
    const decisions = settled.decisions.filter(({ finding }) => finding !== "F17" && finding !== "F10")
    const { summary, rules } = made({ deployment: { ...settled, decisions, waivers } }, [standing])
    const count = (kept: Kept) => rules.filter((rule) => rule.kept === kept).length
    const waiting = rules.filter(({ needs }) => needs !== null)
    const counts = [summary.upheld, summary.broken, summary.notChecked, summary.needsDecision, summary.waivers]
    expect(counts).toEqual([count("upheld"), count("broken"), count("not-checked"), waiting.length, 1])
    expect(summary.upheld + summary.broken + summary.notChecked).toBe(26)
    expect(new Set(waiting.map(({ kept }) => kept)).size).toBeGreaterThan(1)
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect(summary.rules).toBe(26)
  })

  test("get the number of their own fixtures, and of no others", () => {
    const { rules } = made({ fixtures: { "collection-window": 4 } })
    expect(rules.filter(({ compileTime }) => compileTime).map(({ id, compileTime }) => [id, compileTime?.of])).toEqual([
      ["collection-window", 4],
    ])
  })
})

test("findings are counted, and those that are not decided as open", () => {
  expect(made({ deployment: settled }).summary).toMatchObject({
    commitments: 139,
    findings: findingIds.length,
    openFindings: findingIds.length - settled.decisions.length,
  })
  expect(made().findings.some((each) => "commitments" in each)).toBe(false)
})

describe("the tests of all rules together", () => {
  const ran = (name: string, status: Tested["status"] = "passed", file = "tests/a.test.ts"): Tested => ({
    file,
    name,
    status,
  })
  const told = (rules: Readonly<Record<string, readonly Tested[]>>) =>
    made({ results: { ...results, tests: { ...tests, rules } } }).tests

  test("count each test once, though it bears the tags of several rules", () => {
    const one = ran("one")
    expect(told({ "collection-window": [one, ran("two")], "first-party-only": [one] })).toEqual({
      checked: true,
      on: tests.at,
      passed: 2,
      failed: 0,
      skipped: 0,
    })
  })

  test("tell apart tests of one name in two files, and what came of each", () => {
    const all = [ran("one"), ran("one", "failed", "tests/b.test.ts"), ran("c", "skipped"), ran("d", "skipped")]
    expect(told({ "collection-window": all })).toMatchObject({ passed: 1, failed: 1, skipped: 2 })
  })

  test("are not checked where they are not of this build", () => {
    expect(made({ results: {} }).tests).toEqual({ checked: false, because: "the tests have not been run here" })
  })
})

test("sabotages of all rules are counted together, without naming what went unnoticed twice", () => {
  const of = (outcome: Sabotaged["outcome"]): Sabotaged => ({ rule: "first-party-only", sabotage: "a leak", outcome })
  const sabotages = [of("caught"), of("caught"), of("not caught"), of("not built yet"), of("not here")]
  expect(made({ results: { ...results, sabotage: { ...sabotage, sabotages } } }).sabotages).toEqual({
    checked: true,
    on: sabotage.at,
    caught: 2,
    tried: 3,
    notBuilt: 1,
  })
  expect(made({ results: {} }).sabotages).toEqual({ checked: false, because: "the sabotages have not been run here" })
})

describe("mutation", () => {
  const survivor = { file: "policy/a.ts", line: 3, mutator: "Regex" }
  const told = (change: object) => made({ results: { ...results, mutation: { ...mutation, ...change } } }).mutation

  test("is given with its day", () => {
    expect(told({ at: "2026-11-22T10:00:00Z", survivors: [] })).toEqual({
      checked: true,
      on: "2026-11-22T10:00:00Z",
      score: 93.5,
      killed: 187,
      total: 200,
      survivors: [],
    })
  })

  test("says of a survivor that no reason is given, where none is", () => {
    const survivors = [
      survivor,
      { ...survivor, reason: null },
      { ...survivor, reason: "" },
      { ...survivor, reason: "so" },
    ]
    expect(told({ survivors })).toMatchObject({
      survivors: [
        { ...survivor, reason: "no reason is given" },
        { reason: "no reason is given" },
        { reason: "no reason is given" },
        { reason: "so" },
      ],
    })
  })

  test("is not checked where it was not run", () => {
    expect(made({ results: {} }).mutation).toEqual({ checked: false, because: "the mutants have not been run here" })
  })
})

test("it names its deployment, document and code", () => {
  const { controller, mode, dpiaVersion: version, build } = made({ now: { ...now, clean: false } })
  expect({ controller, mode }).toEqual({ controller: "Children's Commissioner for England", mode: "rehearsal" })
  expect(build).toEqual({
    commit: "c".repeat(12),
    clean: false,
    lockfile: "a".repeat(12),
    files: 7,
    digest: manifestDigest(now.files).slice(0, 12),
  })
  expect(version).toHaveLength(12)
  expect(dpiaVersion.startsWith(version)).toBe(true)
})

test("its words on geography describe the geography in use", () => {
  const waits = (report: Report) => report.needed.some(({ what }) => what.includes("geography"))
  expect(waits(made())).toBe(true)
  expect(waits(made({ geography: "England" }))).toBe(false)
})

test("every asset of the register appears in words, never as a key", () => {
  const told = made().assets
  expect(told.map(({ id }) => id)).toEqual(assets.map(({ id }) => id))
  expect(told[0]).toMatchObject({ owner: "head of data science", categories: expect.arrayContaining(["token hash"]) })
  for (const { owner, categories } of told) expect(`${owner} ${categories.join(" ")}`).not.toContain("-")
})
