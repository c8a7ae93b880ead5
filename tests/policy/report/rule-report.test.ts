/** A rule's evidence is counted from what ran: its tests, what the compiler refused, the sabotages, what it waits for. */
import { Result } from "effect"
import { describe, expect, test } from "vitest"
import { attestationReports } from "../../../policy/report/attestation-report.ts"
import { findingReports } from "../../../policy/report/finding-report.ts"
import type { Results, Tested } from "../../../policy/report/results.ts"
import { type About, ruleReport } from "../../../policy/report/rule-report.ts"
import type { Rule } from "../../../policy/rule.ts"
import { purposeAndLawfulBasis } from "../../../policy/rules/purpose-and-lawful-basis.ts"
import { broken, notChecked, upheld } from "../../../policy/verdict.ts"
import { recorded, today, waiverOf } from "../../support/policy/dpia/recorded.ts"
import { now, sabotage, tests } from "../../support/policy/report/made.ts"

const { audit: _, ...words } = purposeAndLawfulBasis
const rule: Rule = { ...words, audit: () => upheld("seen") }
const id = rule.id
const own = `tests/policy/${id}.test.ts`
const ran = (name: string, status: Tested["status"] = "passed", file = own): Tested => ({ file, name, status })
const refused = (file: string) => `does not compile, and names its rule and no other: ${file}`
const withTests = (...all: readonly Tested[]): Results => ({ sabotage, tests: { ...tests, rules: { [id]: all } } })

const nothing = { decisions: [], waivers: [] }
const open = findingReports(nothing, today)
const settled = open.map((each) => ({ ...each, state: "decided" as const }))
const told = (change: Partial<About> = {}, of = rule) =>
  ruleReport(of, {
    verdict: upheld("seen"),
    fixtures: 0,
    now,
    results: withTests(ran("one")),
    findings: settled,
    attestations: attestationReports([], today),
    ...change,
  })

describe("its tests", () => {
  const results = withTests(
    ran("z", "passed", "tests/z.test.ts"),
    ran("one"),
    ran("two"),
    ran("three", "failed"),
    ran("four", "failed"),
    ran("left", "skipped"),
    ran("a", "passed", "tests/a.test.ts"),
  )

  test("are counted by what came of them, the failing ones by name", () => {
    expect(told({ results }).tests).toEqual({
      checked: true,
      on: tests.at,
      passed: 4,
      failed: 2,
      skipped: 1,
      failing: ["three", "four"],
      files: [
        { file: "tests/a.test.ts", tests: 1 },
        { file: own, tests: 5 },
        { file: "tests/z.test.ts", tests: 1 },
      ],
    })
  })

  test("are absent when no test ran, and then the rule is not checked", () => {
    expect(told({ results: { tests: { ...tests, rules: {} } } })).toMatchObject({
      kept: "not-checked",
      because: "no test of its own was run",
      tests: { passed: 0, failed: 0, skipped: 0, files: [] },
    })
  })

  test("count for nothing where the code was not seen to compile", () => {
    const steps = (...checks: { name: string; passed: boolean }[]) => told({ results: { tests: { ...tests, checks } } })
    const types = { name: "Types (tsc)", passed: true }
    const because = "the code was not seen to compile"
    expect(steps({ name: "Format", passed: true }).tests).toEqual({ checked: false, because })
    expect(steps({ ...types, passed: false }).tests).toEqual({ checked: false, because })
    expect(steps({ name: "Format", passed: false }, types).tests.checked).toBe(true)
    expect(told({ results: {} }).tests).toEqual({ checked: false, because: "the tests have not been run here" })
  })
})

describe("what must not compile", () => {
  const seen = (fixtures: number, ...all: readonly Tested[]) =>
    told({ fixtures, results: withTests(ran("one"), ...all) }).compileTime

  test("is left out where there is no type", () => {
    expect(told()).not.toHaveProperty("compileTime")
  })

  test("was refused as often as a test of it passed, by name, and never more often than there are", () => {
    const [a, b] = [ran(refused("a.ts")), ran(refused("b.ts"))]
    expect(seen(2, a, b)).toEqual({ of: 2, seen: { checked: true, on: tests.at, refused: 2 } })
    expect(seen(2, a, ran(refused("b.ts"), "skipped"))?.seen).toMatchObject({ refused: 1 })
    expect(seen(2, a, ran(`it ${refused("b.ts")}`))?.seen).toMatchObject({ refused: 2 })
    expect(seen(2, a, ran(`fixtures › ${refused("b.ts")}`))?.seen).toMatchObject({ refused: 2 })
    expect(seen(2, a, ran(`un${refused("b.ts")}`))?.seen).toMatchObject({ refused: 1 })
    expect(seen(1, a, b)?.seen).toMatchObject({ refused: 1 })
  })

  test("is not checked where the tests are not", () => {
    expect(told({ fixtures: 3, results: {} }).compileTime).toEqual({
      of: 3,
      seen: { checked: false, because: "the tests have not been run here" },
    })
  })
})

describe("its sabotages", () => {
  const other = { rule: "first-party-only", sabotage: "elsewhere", outcome: "not caught" as const }
  const of = (outcome: "caught" | "not caught" | "not built yet" | "not here", name: string, way?: string) => ({
    rule: id,
    sabotage: name,
    outcome,
    ...(way !== undefined && { way }),
  })

  test("are its own, counted by result; a skipped one counts for nothing", () => {
    const sabotages = [
      other,
      of("caught", "a"),
      of("caught", "b"),
      of("not caught", "c"),
      of("not caught", "d", "quietly"),
      of("not built yet", "e"),
      of("not here", "f"),
    ]
    expect(told({ results: { ...withTests(ran("one")), sabotage: { ...sabotage, sabotages } } })).toMatchObject({
      kept: "broken",
      because: "a sabotage went unnoticed: c; a sabotage went unnoticed: d, quietly",
      sabotages: { checked: true, on: sabotage.at, caught: 2, tried: 4, notBuilt: 1, uncaught: ["c", "d, quietly"] },
    })
  })

  test("are not checked where they were not tried on this build", () => {
    expect(told({ results: {} }).sabotages).toEqual({ checked: false, because: "the sabotages have not been run here" })
    const stale = { ...sabotage, files: { ...sabotage.files, "package-lock.json": "b".repeat(64) } }
    expect(told({ results: { ...withTests(ran("one")), sabotage: stale } })).toMatchObject({
      kept: "upheld",
      sabotages: {
        because: "the sabotages have been run on other files than these: 1 file differs: package-lock.json has changed",
      },
    })
  })
})

describe("its counterexamples", () => {
  const decode = (input: unknown) => (input === "wrong" ? Result.fail("no") : Result.succeed(input))
  const withExamples = (refuses: Readonly<Record<string, unknown>>) =>
    told({}, { ...rule, examples: { decode, accepts: { plain: "right" }, refuses } })

  test("are shown to its decoder as the report is made", () => {
    expect(withExamples({ "a slip": "wrong" })).toMatchObject({
      kept: "upheld",
      counterexamples: { refused: 1, of: 1, wrong: [] },
    })
    expect(withExamples({ "a slip": "wrong", "a lie": "well put" })).toMatchObject({
      kept: "broken",
      because: "a counterexample was accepted: a lie",
      counterexamples: { refused: 1, of: 2, wrong: ["accepted: a lie"] },
    })
  })

  test("are left out where the rule has no shape to decode", () => {
    expect(told()).not.toHaveProperty("counterexamples")
  })
})

test("its observation is in the audit's words", () => {
  expect(told().observed).toEqual({ status: "upheld", words: "seen" })
  expect(told({ verdict: broken("a column too many") })).toMatchObject({
    kept: "broken",
    because: "its audit found: a column too many",
    observed: { status: "broken", words: "a column too many" },
  })
  expect(told({ verdict: notChecked("there is no store") })).toMatchObject({
    kept: "not-checked",
    because: "there is no store",
    observed: { status: "not checked", words: "there is no store" },
  })
})

describe("the findings that bear on it", () => {
  test("are those of the promises it keeps, open or waived; only what presses holds it up", () => {
    const block = told({ findings: open })
    expect(block.waitsFor).toEqual(["F09", "F12", "F14", "F16", "F17", "F18", "F29", "F36", "F43"])
    expect(block.kept).toBe("upheld")
    expect(block.needs?.split("; ").map((each) => each.slice(0, 3))).toEqual(["F09", "F12", "F17", "F18"])
    expect(block.needs).toContain(
      "F18 (The conditions relied on need a policy document that is not mentioned) waits for the controller",
    )
    expect(told()).toMatchObject({ needs: null, waitsFor: [] })
  })

  test("are asked about however the evidence is", () => {
    expect(told({ findings: open, results: {} })).toMatchObject({
      kept: "not-checked",
      needs: expect.stringContaining("F17"),
    })
  })

  test("notes hold up nothing, and stay named", () => {
    const notes = open.map((each) => (each.severity === "note" ? each : { ...each, state: "decided" as const }))
    expect(told({ findings: notes })).toMatchObject({
      ...{ kept: "upheld", needs: null, waitsFor: ["F14", "F16", "F29", "F36", "F43"] },
    })
  })

  test("hold it by a waiver until the day that it names", () => {
    const waived = findingReports({ ...recorded, waivers: [waiverOf("F17")], decisions: [] }, today).map((each) =>
      each.state === "waived" ? each : { ...each, state: "decided" as const },
    )
    expect(told({ findings: waived })).toMatchObject({
      kept: "upheld",
      needs: expect.stringMatching(/^F17 \(.*\) is waived until 2027-06-30; .+ must decide by then$/),
      waitsFor: ["F17"],
    })
  })

  test("that bear on another rule are not its own", () => {
    const other = open.filter(({ id }) => id === "F05")
    expect(told({ findings: other })).toMatchObject({ kept: "upheld", needs: null, waitsFor: [] })
  })
})

test("the words of the DPIA and of the law stand as the rule has them", () => {
  const { statement, source, law, enforcedBy } = rule
  expect(told()).toMatchObject({ id, statement, section: source.section, quote: source.quote, law, enforcedBy })
  expect(told().promises).toBe(15)
})
