/** How little a released table lets be worked out (rule 24). */
import { by, change, type Planned, remove } from "./sabotage.ts"

const wayOut = "db/evidence/migrations/006-releases.ts"
const keptReleases = "db/releases.test.ts"
const small = "policy/small-cells-suppressed.test.ts"

export const suppressedSabotages: readonly Planned[] = [
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "and nobody asks for its witnesses",
    edits: [change("policy/disclosure/alone.ts", "if (lacking.length > 0)", "if (lacking.length > 999)")],
    caughtBy: [by("runtime", small, "one suppressed cell per row"), by("runtime", small, "lacks one witness")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "and nobody waits for the audit",
    edits: [
      change(
        "policy/disclosure/release.ts",
        "return yield* provedSafe(proposal, ledger)",
        'return ledger.earlier.length > 99 ? yield* provedSafe(proposal, ledger) : { verdict: "safe", digest: proposal.id }',
      ),
    ],
    caughtBy: [by("runtime", small, "one suppressed cell per row")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "in a table that lacks a cell",
    edits: [remove("policy/disclosure/release.ts", "  yield* wholeCrossGate(table)\n")],
    caughtBy: [by("runtime", "released/whole-cross.test.ts", "a cell is missing")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "since a secondary is published after all",
    edits: [
      change(
        "src/releasing/proposed-parts.ts",
        "published: made.published[cell] === 1,",
        "published: made.published[cell] === 1 || count >= 10,",
      ),
    ],
    caughtBy: [by("runtime", "releasing/proposed-parts.test.ts", "a cut of 900 records, protected, is proved safe")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "whose first witness is dropped",
    edits: [
      change("db/evidence/releases.ts", "JSON.stringify(facts.witnesses)", "JSON.stringify(facts.witnesses.slice(1))"),
    ],
    caughtBy: [by("runtime", keptReleases, "on sqlite a proposal, two checks and a release are kept")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "past the decoder",
    edits: [
      change("policy/rules/small-cells-suppressed.ts", "!(published && isSmall(count)) || coarsen", "count >= 0"),
    ],
    caughtBy: [by("schema", "policy/examples.test.ts", "small-cells-suppressed")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "past the database",
    edits: [change(wayOut, "check (published = 0 or responses = 0", "check (published = 0 or responses >= 0")],
    caughtBy: [by("database", keptReleases, "on sqlite by SQL, a published count of 1 to 9 and a geography")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "and the threshold is lowered",
    edits: [change("policy/parameters.ts", 'table shows",\n    value: 10,', 'table shows",\n    value: 5,')],
    caughtBy: [by("test", "policy/parameters.test.ts", "what is promised is there, as promised")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "two overlapping tables",
    way: "and nobody looks at those before",
    edits: [change("policy/disclosure/beside.ts", "if (others.length === 0) return", "if (others.length >= 0) return")],
    caughtBy: [by("runtime", small, "two overlapping tables")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "two overlapping tables",
    way: "of which one leaves a few children out",
    edits: [remove("policy/disclosure/beside.ts", " || filterLeaks(proposed, tables, threshold)")],
    caughtBy: [by("runtime", small, "a table that leaves out a few children")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "two overlapping tables",
    way: "of which one publishes all but what the other withholds",
    edits: [change("policy/disclosure/beside.ts", "if (told > 0)", "if (told > 999)")],
    caughtBy: [by("runtime", small, "a cell that two published counts make up")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "two overlapping tables",
    way: "which together bound a small count",
    edits: [change("policy/disclosure/beside.ts", 'if (verdict !== "safe")', "if (verdict.length === 99)")],
    caughtBy: [by("runtime", small, "which together bound a small count")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "two overlapping tables",
    way: "of which one tells ages in bands, under another name",
    edits: [change("policy/disclosure/across.ts", "return parts.length > 1 &&", "return parts.length > 99 &&")],
    caughtBy: [by("runtime", small, "ages in bands, under other names")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "zero row reveals a group",
    edits: [remove("policy/disclosure/proved-safe.ts", "  yield* oneCategoryGate(proposal.facts)\n")],
    caughtBy: [by("runtime", small, "is refused: every child of an age is in one setting")],
  },
]
