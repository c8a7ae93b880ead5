/** Breaks the steps before analysis: cleaned words and checked responses (rules 14 and 15). */
import { by, change, fixture, type Planned, types } from "./sabotage.ts"

const cleaned = "policy/free-text-cleaned-before-analysis.test.ts"
const checked = "policy/quality-checked-before-analysis.test.ts"
const batch = "db/transfer/batch.ts"
const checking = "check(response, isRepeated[at])"
const flags = "policy/response/quality-flags.ts"

const refusals = "db/evidence/migrations/014-text-refusals.ts"

const words: readonly Planned[] = [
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "detector only",
    way: "which calls its own scan a review",
    edits: [change(refusals, `when: "new.state = 'reviewed'"`, `when: "new.state = 'none'"`)],
    caughtBy: [by("database", "db/texts.test.ts", "sqlite refuses each step that a text may not take")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "detector only",
    way: "and what it cannot scan is clean",
    edits: [
      change(
        "policy/cleaning/scan-text.ts",
        '{ decision: "held", because: ["error"] }',
        '{ decision: "clean", because: [] }',
      ),
    ],
    caughtBy: [by("runtime", cleaned, "a detector that throws")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "detector only",
    way: "and nobody has read a sample of what it calls clean",
    edits: [
      change(
        "policy/cleaning/release-gate.ts",
        "read < wanted ? Result.fail(new AuditOpen({ read, wanted })) : Result.void",
        "read < 0 ? Result.fail(new AuditOpen({ read, wanted })) : Result.void",
      ),
    ],
    caughtBy: [by("runtime", "policy/cleaning/review-text.test.ts", "with one text unread stays shut")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "reviewer = nobody",
    way: "by SQL, in the evidence store",
    edits: [change("db/evidence/migrations/015-reviews.ts", "< (case when new.risk = 3 then 2 else 1 end)", "< 0")],
    caughtBy: [by("database", "db/reviews.test.ts", "on sqlite by the database's own rules needs people")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "reviewer = nobody",
    way: "since one review is enough for the top band",
    edits: [change("policy/cleaning/review-text.ts", "risk === 3 || isDoubled(response) ? 2 : 1", "risk > 3 ? 2 : 1")],
    caughtBy: [by("test", "policy/cleaning/review-text.test.ts", "needs two people in the top band")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "raw exported",
    way: "with the answers that are analysed",
    edits: [change("db/evidence/kept-response.ts", "[question, withoutWords(answer)]", "[question, answer]")],
    caughtBy: [by("test", cleaned, "the words of a child, wherever a form takes them")],
  },
  {
    rule: "free-text-cleaned-before-analysis",
    sabotage: "raw exported",
    way: "by the function that reads answers for a table",
    edits: [
      change(
        "db/evidence/columns/read-columns.ts",
        "  const responses = await countOf(db, days)\n",
        '  await db.selectFrom("quarantine").selectAll().execute()\n  const responses = await countOf(db, days)\n',
      ),
    ],
    caughtBy: [by("test", cleaned, "know where it is kept")],
  },
]

const responses: readonly Planned[] = [
  {
    rule: "quality-checked-before-analysis",
    sabotage: "analyse unchecked rows",
    way: "as they came",
    edits: [change(batch, checking, "response")],
    caughtBy: [types("quality-checked-before-analysis")],
  },
  {
    rule: "quality-checked-before-analysis",
    sabotage: "analyse unchecked rows",
    way: "with flags set by hand, in the place of a check",
    edits: [change(batch, checking, "{ response, flags: [] }")],
    caughtBy: [types("quality-checked-before-analysis")],
  },
  {
    rule: "quality-checked-before-analysis",
    sabotage: "analyse unchecked rows",
    way: "and the compiler no longer looks",
    edits: [
      change(
        "db/evidence/kept-response.ts",
        "{ response, flags }: Checked<Unsealed>",
        "{ response, flags }: { readonly response: Unsealed; readonly flags: readonly string[] }",
      ),
    ],
    caughtBy: [fixture("quality-checked-before-analysis.look-alike")],
  },
  {
    rule: "quality-checked-before-analysis",
    sabotage: "analyse unchecked rows",
    way: "since a check finds nothing",
    edits: [
      change(
        flags,
        "({ response, flags: flagsOf(response, isRepeated) })",
        "({ response, flags: flagsOf(response, isRepeated).slice(9) })",
      ),
    ],
    caughtBy: [by("test", checked, "is flagged no answer")],
  },
  {
    rule: "quality-checked-before-analysis",
    sabotage: "delete flagged rows silently",
    way: "as they are transferred",
    edits: [
      change(
        batch,
        "const order = shuffle(responses)",
        "const order = shuffle(responses).filter((each) => check(each).flags.length < 2)",
      ),
    ],
    caughtBy: [by("test", checked, "a transfer keeps each response with its flags, whatever its shape")],
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
    caughtBy: [by("database", "db/kept-responses.test.ts", "sqlite refuses to change an answer or a word")],
  },
]

export const analysedSabotages: readonly Planned[] = [...words, ...responses]
