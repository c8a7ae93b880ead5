/** Creates the named list, the extracts and the state of the collection, which cannot close while an extract exists. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { checksOf, quoted } from "./checks.ts"
import { type Refusal, refusing } from "./refusing.ts"

export const firstRoles = [
  "evidence-team",
  "head-of-data-science",
  "director-of-evidence",
  "processor",
  "dpo",
  "senior-information-risk-owner",
]
const levels = ["baseline-standard", "counter-terrorist-check", "security-check", "developed-vetting"]
const fields = [
  "opinion",
  "age",
  "gender",
  "support",
  "living-situation",
  "education-setting",
  "local-authority",
  "ethnic-group",
]

/** A later migration makes it again with more roles. */
export const memberTable = (dialect: "sqlite" | "postgres", name: string, roles: readonly string[]): string => {
  const { strict, day, person } = checksOf(dialect)
  return `create table ${name} (
      person text not null primary key check ${person("person")},
      role text not null check (role in (${quoted(roles)})),
      project text not null check (project = 'the-big-ask'),
      project_from text not null check ${day("project_from")},
      project_until text not null check ${day("project_until")},
      trained_on text not null check ${day("trained_on")},
      clearance text not null check (clearance in (${quoted(levels)})),
      clearance_until text not null check ${day("clearance_until")}
    ) ${strict}`
}

const tables = (dialect: "sqlite" | "postgres"): readonly string[] => {
  const { strict, day, digest, person, reason } = checksOf(dialect)
  return [
    memberTable(dialect, "member", firstRoles),
    `create table collection_state (
      id integer not null primary key check (id = 1),
      opened_on text not null check ${day("opened_on")},
      closing_on text check (closing_on is null or ${day("closing_on")}),
      closed_on text check (closed_on is null or ${day("closed_on")}) check (closed_on is null or closing_on is not null),
      rows_digest text check (rows_digest is null or ${digest("rows_digest")}) check ((rows_digest is null) = (closed_on is null))
    ) ${strict}`,
    `create table extract (
      id text not null primary key check ${digest("id")},
      person text not null check ${person("person")},
      reason text not null check ${reason("reason")},
      digest text not null check ${digest("digest")},
      taken_on text not null check ${day("taken_on")},
      expires_on text not null check ${day("expires_on")} check (expires_on >= taken_on),
      deleted_on text check (deleted_on is null or (deleted_on >= taken_on and ${day("deleted_on")})),
      attestation text check (attestation is null or ${digest("attestation")}) check ((attestation is null) = (deleted_on is null))
    ) ${strict}`,
    `create table extract_field (
      extract text not null references extract (id),
      field text not null check (field in (${quoted(fields)})),
      primary key (extract, field)
    ) ${strict}`,
  ]
}

const changed = (columns: readonly string[]): string =>
  columns.map((column) => `new.${column} <> old.${column}`).join(" or ")

const rules: readonly Refusal[] = [
  {
    name: "extract_of_an_open_collection",
    table: "extract",
    on: "insert",
    when: "not exists (select 1 from collection_state where closing_on is null)",
    says: "an extract is taken of an open collection",
  },
  {
    name: "extract_begins_as_taken",
    table: "extract",
    on: "insert",
    when: "new.deleted_on is not null",
    says: "an extract begins as taken",
  },
  {
    name: "extract_is_certified_once",
    table: "extract",
    on: "update",
    when: `old.deleted_on is not null or new.deleted_on is null
        or ${changed(["id", "person", "reason", "digest", "taken_on", "expires_on"])}`,
    says: "only the deletion of an extract is added, once",
  },
  { name: "extract_stays_on_record", table: "extract", on: "delete", says: "an extract stays on record" },
  { name: "extract_field_is_final", table: "extract_field", on: "update", says: "a field stays on record" },
  { name: "extract_field_stays", table: "extract_field", on: "delete", says: "a field stays on record" },
  {
    name: "collection_opens_first",
    table: "collection_state",
    on: "insert",
    when: "new.closing_on is not null",
    says: "a collection opens before it closes",
  },
  {
    name: "collection_only_goes_on",
    table: "collection_state",
    on: "update",
    when: `old.closed_on is not null or new.closing_on is null
        or (old.closing_on is null and new.closed_on is not null)
        or (old.closing_on is not null and new.closing_on <> old.closing_on) or ${changed(["id", "opened_on"])}`,
    says: "a collection does not go back",
  },
  {
    name: "collection_waits_for_extracts",
    table: "collection_state",
    on: "update",
    when: "new.closed_on is not null and exists (select 1 from extract where deleted_on is null)",
    says: "an extract is still open",
  },
  {
    name: "collection_stays_on_record",
    table: "collection_state",
    on: "delete",
    says: "a collection does not go back",
  },
]

export const extracts = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf([...tables(dialect), ...rules.flatMap((rule) => refusing(dialect, rule))])
