/** Creates the retention of each day of responses: always with a date, extended only with reasons, and never set back. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { checksOf, quoted } from "./checks.ts"
import { type Refusal, refusing } from "./refusing.ts"

const states = ["active", "review-due", "review-overdue", "extended", "destroyed"]
const deciders = ["clock", "head-of-data-science", "director-of-evidence"]

/** The allowed transitions; `destroyed` is final. */
const steps = [
  ["active", "review-due"],
  ["review-due", "review-overdue"],
  ["review-due", "extended"],
  ["review-due", "destroyed"],
  ["review-overdue", "destroyed"],
  ["extended", "review-due"],
  ["extended", "destroyed"],
] as const

const table = (dialect: "sqlite" | "postgres"): string => {
  const { strict, day, digest, reason } = checksOf(dialect)
  const maybe = (column: string, check: (column: string) => string) =>
    `${column} text check (${column} is null or ${check(column)})`
  const onlyIn = (of: readonly string[], column: string) =>
    `check ((state in (${quoted(of)})) = (${column} is not null))`
  return `create table retention (
    given_on text not null primary key check ${day("given_on")},
    state text not null check (state in (${quoted(states)})),
    due_on text not null check ${day("due_on")} check (due_on > given_on),
    ${maybe("decide_before", day)},
    ${maybe("until", day)},
    ${maybe("necessity", reason)},
    ${maybe("proportionality", reason)},
    ${maybe("destroyed_on", day)},
    destroyed_by text check (destroyed_by is null or destroyed_by in (${quoted(deciders)})),
    ${maybe("scan", digest)},
    ${maybe("host", digest)},
    check (decide_before is null or decide_before > due_on),
    check (until is null or until > due_on),
    check (host is null or state = 'destroyed'),
    ${onlyIn(["review-due", "review-overdue"], "decide_before")},
    ${["until", "necessity", "proportionality"].map((column) => onlyIn(["extended"], column)).join(", ")},
    ${["destroyed_on", "destroyed_by", "scan"].map((column) => onlyIn(["destroyed"], column)).join(", ")}
  ) ${strict}`
}

const legal = steps.map(([from, to]) => `(old.state = '${from}' and new.state = '${to}')`).join(" or ")

const rules: readonly Refusal[] = [
  {
    name: "retention_begins_active",
    table: "retention",
    on: "insert",
    when: "new.state <> 'active'",
    says: "retention begins with its two years",
  },
  {
    name: "retention_only_goes_on",
    table: "retention",
    on: "update",
    when: `not (${legal}) or new.given_on <> old.given_on or new.due_on < old.due_on`,
    says: "retention takes no such step",
  },
  { name: "retention_stays_on_record", table: "retention", on: "delete", says: "retention stays on record" },
]

export const retention = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf([table(dialect), ...rules.flatMap((rule) => refusing(dialect, rule))])
