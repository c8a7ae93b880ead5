/** Lets an administrator be on the list, and keeps who gave access, passkeys, sessions, one-time links and requests of commands. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { firstRoles, memberTable } from "./002-extracts.ts"
import { wideningIsASupervisors } from "./007-widenings.ts"
import { declarationRules } from "./010-declarations.ts"
import { checksOf, quoted } from "./checks.ts"
import { refusing } from "./refusing.ts"

const roles = [...firstRoles, "legal-adviser", "administrator"]

/** SQLite changes no check of a table: it is made again, without the triggers that read it meanwhile. */
const inSqlite = [
  ...[wideningIsASupervisors, ...declarationRules].map(({ name }) => `drop trigger ${name}`),
  memberTable("sqlite", "next_member", roles),
  "insert into next_member select * from member",
  "drop table member",
  "alter table next_member rename to member",
  ...[wideningIsASupervisors, ...declarationRules].flatMap((rule) => refusing("sqlite", rule)),
]

const inPostgres = [
  `alter table member drop constraint member_role_check,
    add constraint member_role_check check (role in (${quoted(roles)}))`,
]

const key = {
  sqlite: "(octet_length(credential) between 1 and 1400 and credential not glob '*[^A-Za-z0-9_-]*')",
  postgres: "(credential ~ '^[A-Za-z0-9_-]{1,1400}$')",
}
const act = {
  sqlite: (column: string) => `(octet_length(${column}) <= 121 and ${column} not glob '*[^A-Za-z0-9.:-]*')`,
  postgres: (column: string) => `(${column} ~ '^[A-Za-z0-9.:-]{1,121}$')`,
}

const tables = (dialect: "sqlite" | "postgres"): readonly string[] => {
  const { strict, person, digest, instant, day } = checksOf(dialect)
  const bytes = dialect === "sqlite" ? "blob" : "bytea"
  return [
    `alter table member add column given_by text check (given_by is null or ${person("given_by")})`,
    `create table passkey (
      credential text not null primary key check ${key[dialect]},
      person text not null check ${person("person")},
      public_key ${bytes} not null check (length(public_key) between 16 and 2000),
      counter integer not null check (counter >= 0),
      enrolled_on text not null check ${day("enrolled_on")}
    ) ${strict}`,
    `create table staff_session (
      digest text not null primary key check ${digest("digest")},
      person text not null check ${person("person")},
      idle_until text not null check ${instant("idle_until")},
      ends_at text not null check ${instant("ends_at")},
      proved_act text check (proved_act is null or ${act[dialect]("proved_act")}),
      proved_until text check (proved_until is null or ${instant("proved_until")})
    ) ${strict}`,
    `create table enrolment (
      digest text not null primary key check ${digest("digest")},
      person text not null check ${person("person")},
      given_by text check (given_by is null or ${person("given_by")}),
      confirmed_by text check (confirmed_by is null or ${person("confirmed_by")}),
      needs_two integer not null check (needs_two in (0, 1)),
      expires_at text not null check ${instant("expires_at")},
      check (confirmed_by is null or given_by is null or confirmed_by <> given_by)
    ) ${strict}`,
    `create table command_request (
      digest text not null primary key check ${digest("digest")},
      person text not null check ${person("person")},
      act text not null check ${act[dialect]("act")},
      expires_at text not null check ${instant("expires_at")},
      approved integer not null check (approved in (0, 1))
    ) ${strict}`,
  ]
}

export const signIn = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf([...(dialect === "sqlite" ? inSqlite : inPostgres), ...tables(dialect)])
