/** Lets a person qualified in law be on the list, and named people declare more kinds: the decoder of this version lists them. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { firstRoles, memberTable } from "./002-extracts.ts"
import { wideningIsASupervisors } from "./007-widenings.ts"
import { declarationRules, declarationTable } from "./010-declarations.ts"
import { checksOf, quoted } from "./checks.ts"
import { refusing } from "./refusing.ts"

const roles = [...firstRoles, "legal-adviser"]

/** SQLite changes no check of a table: it is made again, without the triggers that read it meanwhile. */
const inSqlite = [
  ...[wideningIsASupervisors, ...declarationRules].map(({ name }) => `drop trigger ${name}`),
  memberTable("sqlite", "next_member", roles),
  "insert into next_member select * from member",
  "drop table member",
  "alter table next_member rename to member",
  declarationTable("sqlite", "next_declaration", checksOf("sqlite").kind("kind")),
  "insert into next_declaration select * from declaration",
  "drop table declaration",
  "alter table next_declaration rename to declaration",
  ...[wideningIsASupervisors, ...declarationRules].flatMap((rule) => refusing("sqlite", rule)),
]

const inPostgres = [
  `alter table member drop constraint member_role_check,
    add constraint member_role_check check (role in (${quoted(roles)}))`,
  `alter table declaration drop constraint declaration_kind_check,
    add constraint declaration_kind_check check ${checksOf("postgres").kind("kind")}`,
]

export const moreDeclarations = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf(dialect === "sqlite" ? inSqlite : inPostgres)
