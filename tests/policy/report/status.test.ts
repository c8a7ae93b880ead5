/** How a rule stands: what is wrong before what is undecided, that before what was not looked at, and each reason named. */
import { describe, expect, test } from "vitest"
import type { RuleReport } from "../../../policy/report/report.ts"
import { rankOf, standingOf, statuses } from "../../../policy/report/status.ts"

type Seen = Pick<RuleReport, "id" | "observed" | "counterexamples" | "compileTime" | "tests" | "sabotages">

const on = "2026-11-22"
const id = "collection-window"
const own = [{ file: `tests/policy/${id}.test.ts`, tests: 1 }]
const tests = { checked: true as const, on, passed: 1, failed: 0, skipped: 0, files: own, failing: [] }
const sabotages = { checked: true as const, on, caught: 1, tried: 1, notBuilt: 0, uncaught: [] }
const well: Seen = { id, observed: { status: "upheld", words: "seen" }, tests, sabotages }
const settled = { open: [], waived: [] }
const undecided = { open: ["F17 waits", "F18 waits"], waived: [{ id: "F26", until: "2027-01-01" }] }
const none = { checked: false as const, because: "nobody looked" }
const standing = (change: Partial<Seen>, decisions: Parameters<typeof standingOf>[1] = settled) =>
  standingOf({ ...well, ...change }, decisions)

test("what needs somebody most comes first", () => {
  expect([...statuses].toSorted((one, other) => rankOf(one) - rankOf(other))).toEqual([
    "broken",
    "needs a decision",
    "waived",
    "not checked",
    "upheld",
  ])
})

test("upheld, where nothing speaks against it and everything was looked at", () => {
  const upheld = { status: "upheld", because: "its audit and its tests of this very build say so" }
  const seen = { checked: true as const, on, refused: 2 }
  expect(standing({})).toEqual(upheld)
  expect(standing({ counterexamples: { refused: 2, of: 2, wrong: [] } })).toEqual(upheld)
  expect(standing({ compileTime: { of: 2, seen } })).toEqual(upheld)
})

test("upheld too where nobody tried a sabotage: what was not tried went not unnoticed", () => {
  expect(standing({ sabotages: none }).status).toBe("upheld")
})

describe("broken", () => {
  test("with each fault, whatever waits for a decision", () => {
    const faults = {
      observed: { status: "broken" as const, words: "a column" },
      counterexamples: { refused: 0, of: 1, wrong: ["accepted: a lie"] },
      tests: { ...tests, failing: ["this", "that"] },
      sabotages: { ...sabotages, uncaught: ["a leak"] },
    }
    expect(standing(faults, undecided)).toEqual({
      status: "broken",
      because:
        "its audit found: a column; a counterexample was accepted: a lie; a test failed: this; a test failed: that; a sabotage went unnoticed: a leak",
    })
  })

  test("by its audit, though nothing else was looked at", () => {
    expect(standing({ observed: { status: "broken", words: "a column" }, tests: none, sabotages: none })).toEqual({
      status: "broken",
      because: "its audit found: a column",
    })
  })
})

test("needs a decision, with each that is open, though it was not looked at", () => {
  expect(standing({ tests: none }, undecided)).toEqual({
    status: "needs a decision",
    because: "F17 waits; F18 waits",
  })
})

test("waived, by the first waiver, where nothing is open", () => {
  expect(standing({ tests: none }, { ...undecided, open: [] })).toEqual({
    status: "waived",
    because: "F26 is waived until 2027-01-01",
  })
})

describe("not checked", () => {
  const because = (change: Partial<Seen>) => {
    const { status, because } = standing(change)
    expect(status).toBe("not checked")
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
    expect(standing({ tests: { ...tests, files: among } }).status).toBe("upheld")
  })

  test("where the compiler was asked, and refused fewer than there are", () => {
    expect(because({ compileTime: { of: 2, seen: { checked: true, on, refused: 1 } } })).toBe(
      "not every refusal of the compiler was seen",
    )
    expect(standing({ compileTime: { of: 2, seen: none } }).status).toBe("upheld")
  })
})
