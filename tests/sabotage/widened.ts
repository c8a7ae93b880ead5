/** Breaks the limit of geography: a table by local authority without a decision, or past one (rule 23). */
import { by, change, type Planned, types } from "./sabotage.ts"

export const widenings = "db/evidence/migrations/007-widenings.ts"
export const geographyGate = "policy/release/geography-gate.ts"
const geographyRule = "policy/rules/aggregates-only-beyond-the-team.ts"
const ruleTest = "policy/aggregates-only-beyond-the-team.test.ts"

const decision = "publish LA-level table"
const gate = "return isInForce(exception) && isNamedBy(table, exception) ?"
const isItsOwn = by("runtime", ruleTest, "widens to local authorities and to nothing finer")
const inDatabase = by("database", "db/widenings.test.ts", "on sqlite allows a table finer than a region only while")

export const widened: readonly Planned[] = [
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "without the decision",
    edits: [change(geographyGate, gate, "return exception === undefined || isNamedBy(table, exception) ?")],
    caughtBy: [isItsOwn, by("runtime", ruleTest, "is asked for when a table is proposed")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "by a word in place of the decision",
    edits: [
      change(
        "src/tables/request/tabulate-request.ts",
        "checkedPlaces(geographiesOf(cut, found), exception)",
        "checkedPlaces(geographiesOf(cut, found), true)",
      ),
    ],
    caughtBy: [types("aggregates-only-beyond-the-team")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "by a decision that no one took",
    edits: [
      change(
        geographyGate,
        "exception !== undefined && isGeographyException(exception) &&",
        "exception !== undefined &&",
      ),
    ],
    caughtBy: [isItsOwn],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "by a decision that was taken back",
    edits: [change(geographyGate, " && exception.endedOn === undefined\n", "\n")],
    caughtBy: [isItsOwn],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "by a decision that the table does not name",
    edits: [
      change(geographyGate, "  widenedBy === id && geographies.every(", "  id !== undefined && geographies.every("),
    ],
    caughtBy: [isItsOwn],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "by a decision of a person who only reads answers",
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
    edits: [change("policy/release/geography-level.ts", "/^E0[6-9][0-9]{6}$/", "/^E0[0-9][0-9]{6}$/")],
    caughtBy: [isItsOwn],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "as it was kept, without the decision",
    edits: [
      change(geographyGate, "=== (widenedBy === undefined) || refused.remedy", "=== (widenedBy === undefined) || true"),
    ],
    caughtBy: [by("schema", ruleTest, "is asked for when a table is proposed")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "as an audit would not see it",
    edits: [
      change(
        geographyRule,
        "if (exception === undefined || !isGeographyException(exception) ||",
        "if (exception !== undefined &&",
      ),
    ],
    caughtBy: [by("runtime", ruleTest, "is broken where the decision is absent, another, later")],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "past the database, by a decision missing from the ledger",
    edits: [change(widenings, 'says("geography-widened", "widening.id")', '"1 = 1"')],
    caughtBy: [inDatabase],
  },
  {
    rule: "aggregates-only-beyond-the-team",
    sabotage: decision,
    way: "past the database, by a decision of a person not on the list",
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
