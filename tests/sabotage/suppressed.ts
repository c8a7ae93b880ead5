/** Breaks suppression: what a reader can work out from released tables (rule 24). */
import { by, change, type Planned, remove } from "./sabotage.ts"

const wayOut = "db/evidence/migrations/006-releases.ts"
const keptReleases = "db/releases.test.ts"
const small = "policy/small-cells-suppressed.test.ts"

export const suppressedSabotages: readonly Planned[] = [
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "and no test asks for its witnesses",
    edits: [change("policy/release/single-table-gate.ts", "if (lacking.length > 0)", "if (lacking.length > 999)")],
    caughtBy: [by("runtime", small, "one suppressed cell per row"), by("runtime", small, "lacks one witness")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "and the release does not wait for the audit",
    edits: [
      change(
        "policy/release/release.ts",
        "return yield* proveSafe(proposal, prior)",
        'return prior.earlier.length > 99 ? yield* proveSafe(proposal, prior) : { verdict: "safe", digest: proposal.id }',
      ),
    ],
    caughtBy: [by("runtime", small, "one suppressed cell per row")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "in a table that lacks a cell",
    edits: [remove("policy/release/release.ts", "  yield* completeTableGate(table)\n")],
    caughtBy: [by("runtime", "tables/site/complete-table.test.ts", "a cell is missing")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "since a secondary is published after all",
    edits: [
      change(
        "src/tables/workflow/proposal-draft.ts",
        "published: made.published[cell] === 1,",
        "published: made.published[cell] === 1 || count >= 10,",
      ),
    ],
    caughtBy: [
      by("runtime", "tables/workflow/proposal-draft.test.ts", "a cut of 900 records, protected, is proved safe"),
    ],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "whose first witness is dropped",
    edits: [
      change("db/evidence/releases.ts", "JSON.stringify(facts.witnesses)", "JSON.stringify(facts.witnesses.slice(1))"),
    ],
    caughtBy: [by("runtime", keptReleases, "on sqlite stores a proposal, two checks and a release")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "past the decoder",
    edits: [change("policy/release/threshold-gate.ts", "!(published && isSmall(count)) || coarsen", "count >= 0")],
    caughtBy: [by("schema", "policy/examples.test.ts", "small-cells-suppressed")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "past the database",
    edits: [change(wayOut, "check (published = 0 or responses = 0", "check (published = 0 or responses >= 0")],
    caughtBy: [by("database", keptReleases, "on sqlite refuses by SQL a published count of 1 to 9")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "one suppressed cell per row",
    way: "and the threshold is lowered",
    edits: [change("policy/parameters.ts", 'table shows",\n    value: 10,', 'table shows",\n    value: 5,')],
    caughtBy: [by("test", "policy/parameters.test.ts", "every promised parameter exists, as promised")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "two overlapping tables",
    way: "and no gate reads the earlier ones",
    edits: [
      change(
        "policy/release/linked-tables-gate.ts",
        "if (others.length === 0) return",
        "if (others.length >= 0) return",
      ),
    ],
    caughtBy: [by("runtime", small, "two overlapping tables")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "two overlapping tables",
    way: "where one leaves a few children out",
    edits: [change("policy/release/joint-ledger.ts", "if (populations.length < 2)", "if (populations.length < 99)")],
    caughtBy: [by("runtime", small, "a table that leaves out a few children")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "two overlapping tables",
    way: "where the filters of many tables together name a group",
    edits: [
      change(
        "policy/release/joint-gate.ts",
        "if (verdict.leaks.length === 0) return",
        "if (verdict.leaks.length < 9_999) return",
      ),
    ],
    caughtBy: [by("runtime", "tables/request/joint-releases.test.ts", "three regions by filter")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "two overlapping tables",
    way: "that together bound a small count",
    edits: [change("policy/disclosure/joint/find-bounded.ts", "if (reached < wanted)", "if (reached < 0)")],
    caughtBy: [by("runtime", small, "that together bound a small count")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "two overlapping tables",
    way: "where one has a variable that no audit can read",
    edits: [
      change(
        "policy/release/linked-tables-gate.ts",
        "length > 0) return yield* undeclared(ledger.unread, proposal)",
        "length > 99) return yield* undeclared(ledger.unread, proposal)",
      ),
    ],
    caughtBy: [by("runtime", "policy/release/limits.test.ts", "a variable that is not declared")],
  },
  {
    rule: "small-cells-suppressed",
    sabotage: "zero row reveals a group",
    edits: [remove("policy/release/prove-safe.ts", "  yield* groupDisclosureGate(proposal.facts)\n")],
    caughtBy: [by("runtime", small, "is refused: every child of an age is in one setting")],
  },
]
