/** A rule is kept by its evidence alone: faults come before gaps, and each reason is named. */
import { describe, expect, test } from "vitest"
import { judgeKept } from "../../../policy/report/judge-kept.ts"
import { needsOf } from "../../../policy/report/needs.ts"
import type { RuleReport } from "../../../policy/report/report.ts"

type Seen = Pick<RuleReport, "id" | "observed" | "counterexamples" | "compileTime" | "tests" | "sabotages">

const on = "2026-11-22"
const id = "collection-window"
const own = [{ file: `tests/policy/${id}.test.ts`, tests: 1 }]
const tests = { checked: true as const, on, passed: 1, failed: 0, skipped: 0, files: own, failing: [] }
const sabotages = { checked: true as const, on, caught: 1, tried: 1, notBuilt: 0, uncaught: [] }
const well: Seen = { id, observed: { status: "upheld", words: "seen" }, tests, sabotages }
const none = { checked: false as const, because: "nobody looked" }
const judged = (change: Partial<Seen>) => judgeKept({ ...well, ...change })

test("upheld, where nothing speaks against it and everything was looked at", () => {
  const upheld = { kept: "upheld", because: "its audit and its tests of this very build say so" }
  const seen = { checked: true as const, on, refused: 2 }
  expect(judged({})).toEqual(upheld)
  expect(judged({ counterexamples: { refused: 2, of: 2, wrong: [] } })).toEqual(upheld)
  expect(judged({ compileTime: { of: 2, seen } })).toEqual(upheld)
})

test("upheld too where nobody tried a sabotage: what was not tried went not unnoticed", () => {
  expect(judged({ sabotages: none }).kept).toBe("upheld")
})

describe("broken", () => {
  test("with each fault", () => {
    const faults = {
      observed: { status: "broken" as const, words: "a column" },
      counterexamples: { refused: 0, of: 1, wrong: ["accepted: a lie"] },
      tests: { ...tests, failing: ["this", "that"] },
      sabotages: { ...sabotages, uncaught: ["a leak"] },
    }
    expect(judged(faults)).toEqual({
      kept: "broken",
      because:
        "its audit found: a column; a counterexample was accepted: a lie; a test failed: this; a test failed: that; a sabotage went unnoticed: a leak",
    })
  })

  test("by its audit, though nothing else was looked at", () => {
    expect(judged({ observed: { status: "broken", words: "a column" }, tests: none, sabotages: none })).toEqual({
      kept: "broken",
      because: "its audit found: a column",
    })
  })
})

describe("not checked", () => {
  const because = (change: Partial<Seen>) => {
    const { kept, because } = judged(change)
    expect(kept).toBe("not-checked")
    return because
  }

  test("by its audit, and for want of tests, each in its own words", () => {
    expect(because({ observed: { status: "not checked", words: "there is no store" } })).toBe("there is no store")
    expect(because({ tests: none })).toBe("nobody looked")
    expect(because({ observed: { status: "not checked", words: "there is no store" }, tests: none })).toBe(
      "there is no store; nobody looked",
    )
  })

  test("where no test of its own passed", () => {
    const words = "no test of its own was run"
    expect(because({ tests: { ...tests, passed: 0 } })).toBe(words)
    expect(because({ tests: { ...tests, files: [{ file: "tests/policy/refused.test.ts", tests: 1 }] } })).toBe(words)
    expect(because({ tests: { ...tests, files: [] } })).toBe(words)
    expect(because({ tests: { ...tests, files: [{ file: `tests/policy/not-${id}.test.ts`, tests: 1 }] } })).toBe(words)
    const among = [{ file: "tests/policy/refused.test.ts", tests: 1 }, ...own]
    expect(judged({ tests: { ...tests, files: among } }).kept).toBe("upheld")
  })

  test("where one of its tests was left out, though all that ran passed", () => {
    expect(because({ tests: { ...tests, passed: 9, skipped: 1 } })).toBe("1 of its tests were left out")
  })

  test("where the compiler was asked, and refused fewer than there are", () => {
    expect(because({ compileTime: { of: 2, seen: { checked: true, on, refused: 1 } } })).toBe(
      "not every refusal of the compiler was seen",
    )
    expect(judged({ compileTime: { of: 2, seen: none } }).kept).toBe("upheld")
  })
})

describe("what it needs", () => {
  const finding = {
    id: "F17",
    title: "A condition",
    severity: "blocks opening",
    state: "open",
    decider: "the DPO",
  } as const

  test("is each pressing finding that nobody decided, with who must decide", () => {
    expect(needsOf([finding, { ...finding, id: "F18" }])).toBe(
      "F17 (A condition) waits for the DPO; F18 (A condition) waits for the DPO",
    )
    expect(needsOf([])).toBeNull()
    expect(needsOf([{ ...finding, state: "decided" }])).toBeNull()
    expect(needsOf([{ ...finding, severity: "note" }])).toBeNull()
  })

  test("is still a decision while a waiver postpones it", () => {
    const waiver = { reason: "soon", on: "2026-11-01", until: "2027-01-01" }
    expect(needsOf([{ ...finding, state: "waived", waiver }])).toBe(
      "F17 (A condition) is waived until 2027-01-01; the DPO must decide by then",
    )
  })
})
