/** The whole report is gathered from what it is handed: the order of its rules, its counts, and what it says of the build. */
import { describe, expect, test } from "vitest"
import { assets } from "../../../policy/assets/register.ts"
import { severityOf } from "../../../policy/dpia/finding-id.ts"
import { dpiaVersion } from "../../../policy/dpia/version.ts"
import type { Report } from "../../../policy/report/report.ts"
import type { Sabotaged, Tested } from "../../../policy/report/results.ts"
import { rankOf, type Status } from "../../../policy/report/status.ts"
import { ruleIds } from "../../../policy/rule-id.ts"
import { waiverOf } from "../dpia/recorded.ts"
import { evidence, made, mutation, now, sabotage, settled, tests } from "./made.ts"

const { results, deployment } = evidence
const standing = { store: "collection" as const, table: "response", column: "at" }

describe("the rules", () => {
  const mixed = made({ deployment: { ...settled, decisions: settled.decisions.slice(0, 5) } }, [standing])

  test("stand in the order in which they need somebody, every one of them once", () => {
    const ranks = mixed.rules.map(({ status }) => rankOf(status))
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
    expect(new Set(ranks).size).toBe(4)
    expect(mixed.rules.map(({ id }) => id).toSorted()).toEqual(ruleIds.toSorted())
  })

  test("and of those that stand alike, what keeps live shut comes first", () => {
    const isBlocked = ({ waitsFor }: Report["rules"][number]) =>
      waitsFor.some((id) => severityOf(id) === "blocks opening")
    const undecided = made().rules.filter(({ status }) => status === "needs a decision")
    const blocked = undecided.map(isBlocked)
    expect(blocked).toEqual(blocked.toSorted((one, other) => Number(other) - Number(one)))
    expect(new Set(blocked).size).toBe(2)
  })

  test("are counted by how they stand", () => {
    const waivers = [waiverOf("F17", { on: "2000-01-01", until: "2099-12-31" })]
    const decisions = settled.decisions.filter(({ finding }) => finding !== "F17" && finding !== "F10")
    const { summary, rules } = made({ deployment: { ...settled, decisions, waivers } }, [standing])
    const count = (status: Status) => rules.filter((rule) => rule.status === status).length
    const counts = [summary.upheld, summary.broken, summary.notChecked, summary.needsDecision, summary.waived]
    expect(counts).toEqual([
      count("upheld"),
      count("broken"),
      count("not checked"),
      count("needs a decision"),
      count("waived"),
    ])
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect(summary.rules).toBe(26)
  })

  test("are told the number of their own fixtures, and of no others", () => {
    const { rules } = made({ fixtures: { "collection-window": 4 } })
    expect(rules.filter(({ compileTime }) => compileTime).map(({ id, compileTime }) => [id, compileTime?.of])).toEqual([
      ["collection-window", 4],
    ])
  })
})

test("findings are counted, and those that are not decided as open", () => {
  expect(made({ deployment: settled }).summary).toMatchObject({
    commitments: 139,
    findings: 42,
    openFindings: 42 - settled.decisions.length,
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

  test("is told with its day where that was written down", () => {
    expect(told({ at: "2026-11-22T10:00:00Z", survivors: [] })).toEqual({
      checked: true,
      on: "2026-11-22T10:00:00Z",
      score: 93.5,
      killed: 187,
      total: 200,
      survivors: [],
    })
    expect(told({})).toMatchObject({ on: "" })
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

test("it says of which deployment, document and code it is", () => {
  const { controller, mode, dpiaVersion: version, build } = made({ now: { ...now, clean: false } })
  expect({ controller, mode }).toEqual({ controller: deployment.controller, mode: "rehearsal" })
  expect(build).toEqual({ commit: "c".repeat(12), clean: false, lockfile: "a".repeat(12) })
  expect(version).toHaveLength(12)
  expect(dpiaVersion.startsWith(version)).toBe(true)
})

test("what it must still say of the geography is of the one that is held here", () => {
  const waits = (report: Report) => report.needed.some(({ what }) => what.includes("geography"))
  expect(waits(made())).toBe(true)
  expect(waits(made({ geography: "England" }))).toBe(false)
})

test("every asset of the register is told of in words, and none by a key", () => {
  const told = made().assets
  expect(told.map(({ id }) => id)).toEqual(assets.map(({ id }) => id))
  expect(told[0]).toMatchObject({ owner: "head of data science", categories: expect.arrayContaining(["token hash"]) })
  for (const { owner, categories } of told) expect(`${owner} ${categories.join(" ")}`).not.toContain("-")
})
