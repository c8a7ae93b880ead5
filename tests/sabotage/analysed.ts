/** What comes before analysis: cleaned words and checked responses (rules 14 and 15). */
import { by, change, fixture, type Planned, remove, types, write } from "./sabotage.ts"

const clean = "policy/free-text/clean.ts"
const cleaned = "policy/free-text-cleaned-before-analysis.test.ts"
const check = "policy/quality/check.ts"
const checked = "policy/quality-checked-before-analysis.test.ts"
const router = "src/server/router.ts"

const words: readonly Planned[] = [
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "detector only",
    way: "what it has read goes to coding",
    edits: [
      write(
        "src/server/coding.ts",
        `import { Scanned } from "../../policy/free-text/clean.ts"
import type { RawText } from "../../policy/free-text/raw-text.ts"
import { toCode } from "../../policy/rules/free-text-cleaned-before-analysis.ts"

export const coded = (raw: RawText) => toCode([Scanned.by("detector 1", raw, [])])`,
      ),
    ],
    caughtBy: [types("free-text-cleaned-before-analysis")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "detector only",
    way: "the reviewer is not looked at again",
    edits: [change(clean, "const reviewedOn: string = yield* exercise(reviewer)", 'const reviewedOn = "2027-05-20"')],
    caughtBy: [by("runtime", cleaned, "a reviewer whose training has run out since")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "reviewer = nobody",
    way: "in the call",
    edits: [
      write(
        "src/server/reviewing.ts",
        `import { release, type Scanned } from "../../policy/free-text/clean.ts"

export const reviewed = (scanned: Scanned) => release(scanned, undefined, [])`,
      ),
    ],
    caughtBy: [types("evidence-team-only")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "reviewer = nobody",
    way: "who is on no list",
    edits: [
      change(
        "policy/capability/standing.ts",
        'if (member === undefined) return refused("not-on-the-list")',
        "if (member === undefined) return Result.succeed({ member, lastDay: today } as never)",
      ),
    ],
    caughtBy: [by("runtime", "policy/evidence-team-only.test.ts", "nobody who is not on the named list")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "raw exported",
    way: "by a procedure",
    edits: [
      change(
        router,
        "return RegisterMatches.of(exit.value)",
        'return new (await import("../../policy/free-text/raw-text.ts")).RawText(input.words)',
      ),
    ],
    caughtBy: [types("raw-data-never-shared")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "raw exported",
    way: "as JSON",
    edits: [
      change(
        "policy/free-text/raw-text.ts",
        "  destroy(): void {",
        "  toJSON(): string | undefined {\n    return this.#words\n  }\n\n  destroy(): void {",
      ),
    ],
    caughtBy: [by("test", cleaned, "every way of reading raw words")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "raw exported",
    way: "kept after its release",
    edits: [remove(clean, "  scanned.raw.destroy()\n")],
    caughtBy: [by("runtime", cleaned, "a second release of words that are destroyed")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "raw exported",
    way: "by SQL, from the store of free text",
    waitsFor: "the evidence store's free text, which comes with transfer",
    until: "db/evidence/free-text.ts",
  },
]

const responses: readonly Planned[] = [
  {
    rule: "quality-checked-before-analysis",
    sabotage: "analyse unchecked rows",
    way: "as they came",
    edits: [
      write(
        "src/server/analysis.ts",
        `import { toAnalyse } from "../../policy/rules/quality-checked-before-analysis.ts"
import type { Matched } from "../../policy/stage.ts"

export const analysed = (responses: readonly Matched[]) => toAnalyse(responses)`,
      ),
    ],
    caughtBy: [types("quality-checked-before-analysis")],
  },
  {
    rule: "quality-checked-before-analysis",
    sabotage: "analyse unchecked rows",
    way: "and the compiler no longer looks",
    edits: [
      change(
        "policy/rules/quality-checked-before-analysis.ts",
        "[R] extends [readonly Checked[]]",
        "[R] extends [readonly unknown[]]",
      ),
    ],
    caughtBy: [fixture("quality-checked-before-analysis.unchecked")],
  },
  {
    rule: "quality-checked-before-analysis",
    sabotage: "delete flagged rows silently",
    way: "as they are checked",
    edits: [
      change(
        check,
        "responses.map((response) => check(response))",
        "responses.map((response) => check(response)).filter(({ flags }) => flags.length === 0)",
      ),
    ],
    caughtBy: [by("test", checked, "never deleted: as many come out as went in")],
  },
  {
    rule: "quality-checked-before-analysis",
    sabotage: "delete flagged rows silently",
    way: "and the audit does not count",
    edits: [change("policy/rules/quality-checked-before-analysis.ts", "received === checked", "received >= checked")],
    caughtBy: [by("test", checked, "broken when one is not")],
  },
  {
    rule: "quality-checked-before-analysis",
    sabotage: "delete flagged rows silently",
    way: "by SQL, in the evidence store",
    edits: [
      change("db/evidence/migrations/004-refusals.ts", "old.day and state = 'active'", "old.day and state = 'none'"),
    ],
    caughtBy: [by("database", "db/kept-responses.test.ts", "sqlite changes no answer and no word, and drops none")],
  },
]

export const analysedSabotages: readonly Planned[] = [...words, ...responses]
