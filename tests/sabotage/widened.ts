/** A table by local authority with no decision, or past one (rule 23). */
import { by, change, type Planned, types, write } from "./sabotage.ts"

export const widenings = "db/evidence/migrations/007-widenings.ts"
export const geographyRule = "policy/rules/aggregates-only-beyond-the-team.ts"
const ruleTest = "policy/aggregates-only-beyond-the-team.test.ts"

const decision = "publish LA-level table"
const gate = "return isInForce(widened) && isNamed(table, widened) ?"
const isItsOwn = by("runtime", ruleTest, "widens to local authorities and to nothing finer")
const inDatabase = by("database", "db/widenings.test.ts", "on sqlite a table finer than a region is kept and released")

export const widened: readonly Planned[] = [
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "without the decision",
    edits: [change(geographyRule, gate, "return widened === undefined || isNamed(table, widened) ?")],
    caughtBy: [isItsOwn, by("runtime", ruleTest, "is asked for when a table is proposed")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "by a word in place of the decision",
    edits: [
      write(
        "src/releasing/leave.ts",
        `import { placesOf } from "../../policy/rules/aggregates-only-beyond-the-team.ts"

export const places = placesOf(["E09000007"], true)`,
      ),
    ],
    caughtBy: [types("aggregates-only-beyond-the-team")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "by a decision that nobody took",
    edits: [change(geographyRule, "widened !== undefined && isWidening(widened) &&", "widened !== undefined &&")],
    caughtBy: [isItsOwn],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "by a decision that was taken back",
    edits: [change(geographyRule, " && widened.endedOn === undefined\n", "\n")],
    caughtBy: [isItsOwn],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "by a decision that the table does not name",
    edits: [
      change(geographyRule, "  widenedBy === id && geographies.every(", "  id !== undefined && geographies.every("),
    ],
    caughtBy: [isItsOwn],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "by a decision of whoever reads answers",
    edits: [
      change(
        "policy/capability/power.ts",
        '"evidence-team": ["read-responses",',
        '"evidence-team": ["widen-geography", "read-responses",',
      ),
    ],
    caughtBy: [by("runtime", ruleTest, "is taken by a supervisor with a reason, of nothing finer, and by no reader")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "or finer, by a decision for authorities",
    edits: [change("policy/disclosure/finer-geography.ts", "/^E0[6-9][0-9]{6}$/", "/^E0[0-9][0-9]{6}$/")],
    caughtBy: [isItsOwn],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "as it was kept, without the decision",
    edits: [
      change(geographyRule, "=== (widenedBy === undefined) || refused.remedy", "=== (widenedBy === undefined) || true"),
    ],
    caughtBy: [by("schema", ruleTest, "is asked for when a table is proposed")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "as an audit would not see it",
    edits: [
      change(geographyRule, "if (widened === undefined || !isWidening(widened) ||", "if (widened !== undefined &&"),
    ],
    caughtBy: [by("runtime", ruleTest, "is broken where the decision is absent, another, later")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "past the database, by a decision that the ledger has not",
    edits: [change(widenings, 'says("geography-widened", "widening.id")', '"1 = 1"')],
    caughtBy: [inDatabase],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "past the database, by a decision of nobody on the list",
    edits: [
      change(
        widenings,
        "or not exists (select 1 from member",
        "or not exists (select 1 from ledger union select 1 from member",
      ),
    ],
    caughtBy: [inDatabase],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "past the database, after the decision was taken back",
    edits: [change(widenings, 'says("geography-narrowed", "widening.id")', '"1 = 2"')],
    caughtBy: [inDatabase],
  },
]
