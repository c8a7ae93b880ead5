/** Adds one row that changes every few seconds, to show that the store commits. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"

const table = "id integer not null primary key check (id = 1), beat integer not null check (beat in (0, 1))"
const one = "insert into heartbeat (id, beat) values (1, 0)"

export const heartbeat = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf([`create table heartbeat (${table})${dialect === "sqlite" ? " strict" : ""}`, one])
