/** Creates the review of held texts: leases, reviews, the texts that were escalated, and the audit of what the detector cleaned. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { checksOf } from "./checks.ts"
import { type Refusal, refusing } from "./refusing.ts"

const tables = (dialect: "sqlite" | "postgres"): readonly string[] => {
  const { day, instant, person } = checksOf(dialect)
  const unordered = dialect === "sqlite" ? "strict, without rowid" : ""
  const bytes = dialect === "sqlite" ? "blob" : "bytea"
  const ofWords = "foreign key (response, question) references quarantine (response, question) on delete cascade"
  const isList = dialect === "sqlite" ? "json_type(spans) = 'array'" : "json_typeof(spans::json) = 'array'"
  return [
    `create table text_lease (
      response ${bytes} not null,
      question text not null,
      person text not null check ${person("person")},
      until text not null check ${instant("until")},
      primary key (response, question),
      ${ofWords}
    ) ${unordered}`,
    `create table text_review (
      response ${bytes} not null references kept_response (id) on delete cascade,
      question text not null,
      detector integer not null check (detector >= 1),
      person text not null check ${person("person")},
      place integer not null check (place >= 1),
      spans text not null check (octet_length(spans) <= 20000 and ${isList}),
      reviewed_on text not null check ${day("reviewed_on")},
      primary key (response, question, detector, person)
    ) ${unordered}`,
    "create index text_review_by_person on text_review (person, place)",
    `create table text_escalation (
      response ${bytes} not null,
      question text not null,
      person text not null check ${person("person")},
      escalated_on text not null check ${day("escalated_on")},
      primary key (response, question),
      ${ofWords}
    ) ${unordered}`,
    `create table text_audit (
      response ${bytes} not null references kept_response (id) on delete cascade,
      question text not null,
      detector integer not null check (detector >= 1),
      is_leak integer check (is_leak is null or is_leak in (0, 1)),
      drawn_on text not null check ${day("drawn_on")},
      primary key (response, question, detector)
    ) ${unordered}`,
    "create index text_audit_by_detector on text_audit (detector, is_leak)",
  ]
}

const reviewsOf = `(select count(*) from text_review as own where own.response = new.response
  and own.question = new.question and own.detector = new.detector)`

const rules: readonly Refusal[] = [
  {
    name: "scan_is_reviewed_by_people",
    table: "scanned_text",
    on: "update",
    when: `new.state = 'reviewed' and old.state = 'held'
      and ${reviewsOf} < (case when new.risk = 3 then 2 else 1 end)`,
    says: "a text is reviewed by people",
  },
  { name: "review_is_final", table: "text_review", on: "update", says: "a review is taken back, never changed" },
  {
    name: "review_of_a_held_text",
    table: "text_review",
    on: "insert",
    when: `not exists (select 1 from scanned_text as own where own.response = new.response
      and own.question = new.question and own.detector = new.detector and own.state = 'held')`,
    says: "a text is reviewed while it is held",
  },
  {
    name: "audit_is_final",
    table: "text_audit",
    on: "update",
    when: `(old.is_leak is not null and new.is_leak is not null) or new.response <> old.response or new.question <> old.question
      or new.detector <> old.detector`,
    says: "what an audit found is taken back, never changed",
  },
]

export const reviews = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf([...tables(dialect), ...rules.flatMap((rule) => refusing(dialect, rule))])
