/** A rule is upheld by evidence of this very build or not at all; whatever is wrong with it makes it broken. */
import { describe, expect, test } from "vitest"
import type { Evidence } from "../../../policy/report/collect.ts"
import { reportHtml } from "../../../policy/report/html.ts"
import { judgeKept } from "../../../policy/report/judge-kept.ts"
import { codeIn } from "../../../policy/report/manifest.ts"
import {
  MutationResults,
  readResult,
  SabotageResults,
  type Tested,
  TestResults,
} from "../../../policy/report/results.ts"
import { waiverOf } from "../../support/policy/dpia/recorded.ts"
import { blockOf, evidence, made, mutation, now, sabotage, settled, tests } from "../../support/policy/report/made.ts"

const id = "opt-out-on-every-question"
const { results } = evidence
const decided = { deployment: settled }
const keptWith = (change: Partial<Evidence>) => blockOf(made({ ...decided, ...change }), id).kept

const withTests = (own: readonly Tested[]): Partial<Evidence> => ({
  results: { ...results, tests: { ...tests, rules: { ...tests.rules, [id]: own } } },
})
const file = `tests/policy/${id}.test.ts`
const test1: Tested = { file, name: "a test", status: "passed" }

test("upheld, where its audit and its tests of this very build say so", () => {
  const report = made(decided)
  expect(blockOf(report, id)).toMatchObject({
    kept: "upheld",
    tests: { checked: true, failed: 0 },
    sabotages: { checked: true, caught: 1, tried: 1, notBuilt: 1 },
  })
  expect(report.summary.upheld).toBeGreaterThan(8)
  expect(report.summary.broken).toBe(0)
})

const changed = { ...now.files, "policy/index.ts": "d".repeat(64) }
const highs = "node_modules/highs/build/highs.wasm"

describe("not checked, and nothing upheld anywhere", () => {
  const stale: ReadonlyArray<readonly [string, Partial<Evidence>]> = [
    ["no test was run", { results: {} }],
    ["the tests were of another source", { results: { ...results, tests: { ...tests, files: changed } } }],
    ["nobody knows who wrote the results", { results: { ...results, tests: { ...tests, doubt: "nobody signed" } } }],
    [
      "the code did not compile",
      { results: { ...results, tests: { ...tests, checks: [{ name: "Types (tsc)", passed: false }] } } },
    ],
    ["nobody asked the compiler", { results: { ...results, tests: { ...tests, checks: [] } } }],
    ["files changed during the tests", { results: { ...results, tests: { ...tests, unchanged: false } } }],
    ["a source has changed since", { now: { ...now, files: changed } }],
    ["a hidden file was added", { now: { ...now, files: { ...now.files, "src/.hidden.ts": "e".repeat(64) } } }],
    ["the built output has changed", { now: { ...now, files: { ...now.files, ".output/server/index.mjs": "e" } } }],
    ["a package that runs has changed", { now: { ...now, files: { ...now.files, [highs]: "e".repeat(64) } } }],
  ]
  test.for(stale)("when %s", ([, change]) => {
    const report = made({ ...decided, ...change })
    expect(report.summary.upheld).toBe(0)
    expect(report.rules.every((rule) => rule.kept !== "upheld" && !rule.tests.checked)).toBe(true)
    expect(report.rules.every(({ compileTime }) => compileTime === undefined || !compileTime.seen.checked)).toBe(true)
    expect(reportHtml(report)).toContain("Not checked: ")
  })

  test("when none of its own tests ran, though others did", () => {
    const none = { fixtures: {} }
    expect(keptWith({ ...withTests([]), ...none })).toBe("not-checked")
    expect(keptWith({ ...withTests([{ ...test1, file: "tests/e2e/looks.test.ts" }]), ...none })).toBe("not-checked")
    expect(keptWith({ ...withTests([{ ...test1, status: "skipped" }]), ...none })).toBe("not-checked")
    expect(keptWith({ ...withTests([test1]), ...none })).toBe("upheld")
    expect(keptWith({ ...withTests([test1, { ...test1, status: "skipped" }]), ...none })).toBe("not-checked")
  })

  test("when the compiler was not seen to refuse each of its fixtures", () => {
    expect(keptWith(withTests([test1]))).toBe("not-checked")
    expect(keptWith(withTests(Array.from({ length: 50 }, () => test1)))).toBe("not-checked")
  })

  test("when its own audit could not look, whatever its tests say", () => {
    expect(blockOf(made(decided), "collection-window")).toMatchObject({
      kept: "not-checked",
      observed: { status: "not checked" },
      tests: { checked: true, failed: 0 },
    })
  })

  test("stale sabotage and mutation show as not checked, without their numbers", () => {
    const other = { files: codeIn(changed) }
    const report = made({
      results: { tests, sabotage: { ...sabotage, ...other }, mutation: { ...mutation, ...other } },
    })
    expect([report.sabotages.checked, report.mutation.checked]).toEqual([false, false])
    expect(report.rules.every(({ sabotages }) => !sabotages.checked)).toBe(true)
    expect(reportHtml(report)).not.toContain("93.5")
    expect(reportHtml(made())).toContain("93.5")
  })

  test("a result that is not understood is no result", () => {
    const text = JSON.stringify({ ...tests, rules: { [id]: [{ ...test1, status: "fine" }] } })
    expect(readResult(TestResults)(text)).toBeUndefined()
    expect(readResult(TestResults)("{")).toBeUndefined()
    expect(readResult(TestResults)(JSON.stringify({ passed: 3, files: now.files }))).toBeUndefined()
    for (const [schema, result] of [
      [TestResults, tests],
      [SabotageResults, sabotage],
      [MutationResults, mutation],
    ] as const) {
      const { doubt: _, ...written } = result
      expect(readResult(schema)(JSON.stringify(written))).toEqual(written)
    }
  })
})

describe("broken", () => {
  test("by one failing test, which is named", () => {
    const failing = made({ ...decided, ...withTests([...(tests.rules[id] ?? []), { ...test1, status: "failed" }]) })
    expect(blockOf(failing, id)).toMatchObject({ kept: "broken", because: "a test failed: a test" })
    expect(failing.rules[0]?.id).toBe(id)
    expect(failing.needed[0]?.what).toContain("A rule is broken")
    expect(reportHtml(failing)).toContain("Something is broken")
  })

  test("by a sabotage of this build that nothing noticed", () => {
    const escaped = { rule: id, sabotage: "other label", outcome: "not caught" as const }
    const unnoticed = { ...sabotage, sabotages: [...sabotage.sabotages, escaped] }
    expect(keptWith({ results: { ...results, sabotage: unnoticed } })).toBe("broken")
  })

  test("by its audit, whatever its tests say", () => {
    const report = made(decided, [{ store: "collection", table: "response", column: "at" }])
    expect(blockOf(report, "responses-are-anonymous-and-final").kept).toBe("broken")
  })

  test("by a counterexample that got through", () => {
    const block = blockOf(made(decided), "dpia-signed-off")
    expect(block.counterexamples).toMatchObject({ wrong: [] })
    expect(block.counterexamples?.refused).toBe(block.counterexamples?.of)
    const counterexamples = { refused: 1, of: 2, wrong: ["accepted: a waiver of F18"] }
    expect(judgeKept({ ...block, counterexamples }).kept).toBe("broken")
  })
})

describe("open to a decision", () => {
  const basis = "purpose-and-lawful-basis"
  test("needs it until it is given, and is judged by its evidence meanwhile", () => {
    expect(blockOf(made(), basis)).toMatchObject({
      kept: "upheld",
      needs: expect.stringContaining("F17"),
      waitsFor: expect.arrayContaining(["F17"]),
    })
    expect(blockOf(made(decided), basis)).toMatchObject({ kept: "upheld", needs: null })
  })

  test("is waived while a waiver is in force, until the day that it names", () => {
    const waived = (until: string) => ({
      ...settled,
      decisions: settled.decisions.filter(({ finding }) => finding !== "F17"),
      waivers: [waiverOf("F17", { on: "2000-01-01", until })],
    })
    expect(blockOf(made({ deployment: waived("2099-12-31") }), basis)).toMatchObject({
      kept: "upheld",
      needs: expect.stringContaining("is waived until 2099-12-31"),
    })
    expect(blockOf(made({ deployment: waived("2001-12-31") }), basis).needs).toContain("waits for")
  })
})

test("a finding that blocks live comes first among those that need a decision", () => {
  const { rules } = made()
  expect(rules.slice(0, 2).map(({ id }) => id)).toEqual(["dpia-signed-off", "purpose-and-lawful-basis"])
})

test("a commit that changes no file that was tested leaves every answer as it was", () => {
  const later = made({ ...decided, now: { ...now, commit: "d".repeat(40), clean: false } })
  expect(later.summary.upheld).toBe(made(decided).summary.upheld)
})

test("committed results of sabotage and mutants hold for another build of the same code", () => {
  const rebuilt = { ...now.files, ".output/server/index.mjs": "e".repeat(64), [highs]: "e".repeat(64) }
  const { tests: ran, sabotages, mutation: mutants } = made({ now: { ...now, files: rebuilt } })
  expect([ran.checked, sabotages.checked, mutants.checked]).toEqual([false, true, true])
})
