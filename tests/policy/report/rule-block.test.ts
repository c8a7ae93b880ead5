/** The block of a rule says in words how it stands, what was seen of it, and what it waits for. */
import { describe, expect, test } from "vitest"
import { reportHtml } from "../../../policy/report/html.ts"
import type { RuleReport } from "../../../policy/report/report.ts"
import { blockOf, made, settled } from "./made.ts"
import { blockIn, columnsIn, lookOf, plain, termsIn } from "./read.ts"

const base = made()
const rule = blockOf(made({ deployment: settled }), "assets-registered")
const ruleTold = (change: Partial<RuleReport>): string =>
  blockIn(reportHtml({ ...base, rules: [{ ...rule, ...change }] }), rule.id)

const unseen = { checked: false, because: "the tests have not been run here" } as const

describe("a rule", () => {
  test.for([
    ["upheld", ["upheld", "✓", "Upheld"]],
    ["broken", ["broken", "✕", "Broken"]],
    ["needs a decision", ["needs", "?", "Needs a decision"]],
    ["waived", ["waived", "…", "Waived"]],
    ["not checked", ["idle", "○", "Not checked"]],
  ] as const)("that is %s looks and reads so", ([status, look]) => {
    expect(lookOf(ruleTold({ status }))).toEqual(look)
  })

  test("says why it stands so in a sentence with a capital and one full stop", () => {
    expect(plain(ruleTold({ because: "its audit found: a gap" }))).toContain(" Its audit found: a gap. “")
    expect(plain(ruleTold({ because: "it is so." }))).toContain(" It is so. “")
    expect(plain(ruleTold({ because: "see no. 7" }))).toContain(" See no. 7. “")
  })

  test("says what its audit saw, and how it went", () => {
    const seen = (status: RuleReport["observed"]["status"]) =>
      plain(ruleTold({ observed: { status, words: "as told" } }))
    expect(seen("upheld")).toContain("ObservedNothing wrong: as told.")
    expect(seen("broken")).toContain("ObservedBroken: as told.")
    expect(seen("not checked")).toContain("ObservedNot checked: as told.")
  })

  test("names its tests, the failing ones first, and where they are", () => {
    const told = plain(
      ruleTold({
        tests: {
          checked: true,
          on: "2026-11-02T10:00:00Z",
          passed: 3,
          failed: 1,
          skipped: 2,
          failing: ["the one"],
          files: [{ file: "tests/a.test.ts", tests: 6 }],
        },
      }),
    )
    expect(told).toContain(
      "Its tests3 passed, 1 failed, 2 left out, on 2 November 2026.Failed: the onetests/a.test.ts (6)",
    )
    expect(plain(ruleTold({ tests: unseen }))).toContain("Its testsNot checked: the tests have not been run here.")
  })

  test("names the sabotages that nothing noticed", () => {
    const sabotages = {
      checked: true,
      on: "2026-11-02",
      caught: 3,
      tried: 4,
      notBuilt: 5,
      uncaught: ["a leak"],
    } as const
    expect(plain(ruleTold({ sabotages }))).toContain(
      "Caught 3 of 4, on 2 November 2026; waiting for what is not built yet: 5.Unnoticed: a leak",
    )
    expect(plain(ruleTold({ sabotages: unseen }))).toContain("SabotageNot checked: the tests have not been run here.")
  })

  test("says what the compiler refused, or that it was not asked", () => {
    expect(
      plain(ruleTold({ compileTime: { of: 7, seen: { checked: true, on: "2026-11-02", refused: 6 } } })),
    ).toContain("6 of 7 definitions that break it were refused by the compiler, in its name, on 2 November 2026.")
    expect(plain(ruleTold({ compileTime: { of: 7, seen: unseen } }))).toContain(
      "7 definitions that break it are kept to be tried. Not checked: the tests have not been run here.",
    )
  })

  test("names the counterexamples that went wrong", () => {
    expect(plain(ruleTold({ counterexamples: { refused: 1, of: 2, wrong: ["accepted: a lie"] } }))).toContain(
      "CounterexamplesRefused 1 of 2, tried while this report was written.accepted: a lie",
    )
  })

  test("leaves out what it has not", () => {
    const { counterexamples: _, compileTime: __, ...rest } = rule
    const bare = blockIn(reportHtml({ ...base, rules: [{ ...rest, waitsFor: [] }] }), rule.id)
    expect(termsIn(bare)).toEqual(["Law", "How it is enforced", "Observed", "Sabotage", "Its tests"])
    expect(termsIn(ruleTold({ waitsFor: ["F31"] }))).toContain("Open findings")
  })

  test("links each open finding, between commas", () => {
    expect(ruleTold({ waitsFor: ["F31", "F33"] })).toContain('<dd><a href="#F31">F31</a>, <a href="#F33">F33</a></dd>')
  })

  test("says what each layer does, and its law in a row", () => {
    const told = plain(ruleTold({ enforcedBy: ["types", "people"], law: ["Art 5", "Art 6"] }))
    expect(told).toContain("does not compile. types")
    expect(told).toContain("People must do their part, and record it. people")
    expect(told).toContain("LawArt 5; Art 6")
  })

  test("stands in the table too, by its link, its badge and its section", () => {
    const page = reportHtml({ ...base, rules: [{ ...rule, status: "waived", section: 3 }] })
    const row = /<tr role="row"><th[^>]*><a href="#assets-registered">[\s\S]*?<\/tr>/.exec(page)?.[0] ?? ""
    expect(row).toContain("> Waived</span>")
    expect(row).toContain('data-column="DPIA section">3</td>')
    expect(columnsIn(page)[0]).toEqual(["Rule", "How it stands", "DPIA section"])
  })
})
