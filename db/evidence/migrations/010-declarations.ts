/** Creates the declarations of named people: each by a member of that role, in order, final, and on record for good. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { checksOf, quoted } from "./checks.ts"
import { type Refusal, refusing } from "./refusing.ts"

const firstKinds = [
  ...["approval", "advice", "answer", "decision", "waiver", "risk", "consultation", "attestation"],
  ...["window", "contact", "neighbourhood-use"],
]

const value = {
  sqlite: "(octet_length(value) <= 40000 and json_valid(value) = 1 and json_type(value) = 'object')",
  postgres: "(octet_length(value) <= 40000 and json_typeof(value::json) = 'object')",
}

const subject = {
  sqlite: "(octet_length(subject) between 1 and 40 and subject not glob '*[^A-Za-z0-9-]*')",
  postgres: "(subject ~ '^[A-Za-z0-9-]{1,40}$')",
}

/** A later migration makes it again with any kind that has the shape of one. */
export const declarationTable = (dialect: "sqlite" | "postgres", name: string, kind: string): string => {
  const { strict, day, digest, person } = checksOf(dialect)
  return `create table ${name} (
    place integer not null primary key check (place >= 1),
    id text not null unique check ${digest("id")},
    kind text not null check ${kind},
    subject text not null check ${subject[dialect]},
    value text not null check ${value[dialect]},
    person text not null check ${person("person")},
    role text not null,
    declared_on text not null check ${day("declared_on")}
  ) ${strict}`
}

export const declarationRules: readonly Refusal[] = [
  {
    name: "declaration_is_a_members",
    table: "declaration",
    on: "insert",
    when: `not exists (select 1 from member where person = new.person and role = new.role
      and new.declared_on between project_from and project_until)`,
    says: "a declaration is made by a person on the list",
  },
  {
    name: "declaration_follows",
    table: "declaration",
    on: "insert",
    when: "new.place <> (select coalesce(max(place), 0) + 1 from declaration)",
    says: "a declaration follows the last",
  },
  { name: "declaration_is_final", table: "declaration", on: "update", says: "a declaration is final" },
  { name: "declaration_stays_on_record", table: "declaration", on: "delete", says: "a declaration stays on record" },
]

export const declarations = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf([
    declarationTable(dialect, "declaration", `(kind in (${quoted(firstKinds)}))`),
    ...declarationRules.flatMap((rule) => refusing(dialect, rule)),
  ])
