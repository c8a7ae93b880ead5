/** The block of a rule answers both questions, and gives its observations and the parts it waits for, in words. */
import { describe, expect, test } from "vitest"
import { reportHtml } from "../../../policy/report/html.ts"
import type { RuleReport } from "../../../policy/report/report.ts"
import { blockOf, made, settled } from "../../support/policy/report/made.ts"
import { blockIn, lookOf, plain, sectionIn, termsIn } from "../../support/policy/report/read.ts"

const base = made()
const rule = blockOf(made({ deployment: settled }), "assets-registered")
const ruleTold = (change: Partial<RuleReport>): string =>
  blockIn(reportHtml({ ...base, rules: [{ ...rule, ...change }] }), rule.id)

const unseen = { checked: false, because: "the tests have not been run here" } as const

describe("a rule", () => {
  test.for([
    ["upheld", ["upheld", "✓", "Upheld"]],
    ["broken", ["broken", "✕", "Broken"]],
    ["not-checked", ["idle", "○", "Not checked"]],
  ] as const)("that is %s looks and reads so", ([kept, look]) => {
    expect(lookOf(ruleTold({ kept, needs: null }))).toEqual(look)
  })

  test("answers both questions, and neither hides the other", () => {
    const told = (change: Partial<RuleReport>) => plain(ruleTold({ because: "so it is", ...change }))
    expect(told({ kept: "not-checked", needs: "F17 waits" })).toContain(
      "Is it kept? ○ Not checked So it is. Does it need a decision? ? Needs a decision F17 waits.",
    )
    expect(told({ kept: "upheld", needs: null })).toContain(
      "Is it kept? ✓ Upheld So it is. Does it need a decision? – No decision “",
    )
    expect(lookOf(ruleTold({ kept: "not-checked", needs: "F17 waits" }))[0]).toBe("needs")
    expect(lookOf(ruleTold({ kept: "broken", needs: "F17 waits" }))[0]).toBe("broken")
  })

  test("gives the reason for its answer in a sentence with a capital and one full stop", () => {
    expect(plain(ruleTold({ because: "its audit found: a gap" }))).toContain(" Its audit found: a gap. Does")
    expect(plain(ruleTold({ because: "it is so." }))).toContain(" It is so. Does")
    expect(plain(ruleTold({ because: "see no. 7" }))).toContain(" See no. 7. Does")
  })

  test("says what its audit saw, and how it went", () => {
    const seen = (status: RuleReport["observed"]["status"]) =>
      plain(ruleTold({ observed: { status, words: "as seen" } }))
    expect(seen("upheld")).toContain("ObservedNothing wrong: as seen.")
    expect(seen("broken")).toContain("ObservedBroken: as seen.")
    expect(seen("not checked")).toContain("ObservedNot checked: as seen.")
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
      "Caught 3 of 4, on 2 November 2026; waiting for parts not built yet: 5.Unnoticed: a leak",
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
    const { counterexamples: _, compileTime: __, people: ___, ...rest } = rule
    const bare = blockIn(reportHtml({ ...base, rules: [{ ...rest, waitsFor: [], lookedAt: [] }] }), rule.id)
    expect(termsIn(bare)).toEqual(["Law", "How it is enforced", "Strength", "Observed", "Sabotage", "Its tests"])
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

  test("counts the promises that rest on it, and does not say that they are kept", () => {
    expect(plain(ruleTold({ promises: 21 }))).toContain("; 21 of its promises rest on this rule")
    expect(plain(reportHtml(base))).not.toMatch(/keeps \d+ of its promises/)
  })

  test("is in the table too, by its link, its badge and its section", () => {
    const page = reportHtml({ ...base, rules: [{ ...rule, kept: "not-checked", needs: "F17 waits", section: 3 }] })
    const row = /<tr role="row"><th scope="row"[\s\S]*?<\/tr>/.exec(sectionIn(page, "rules"))?.[0] ?? ""
    expect(row).toContain('<a href="#assets-registered">')
    expect(row).toMatch(/> Not checked<\/span>[\s\S]*> Needs a decision<\/span>/)
    expect(row).toContain('data-column="DPIA section">3</td>')
  })
})
