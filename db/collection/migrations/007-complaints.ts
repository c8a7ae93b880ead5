/** Adds complaints: the hash of a reference, a day and sealed bytes of fixed lengths; only the two letters are ever written later. */
import type { Migration } from "kysely/migration"
import { letterLength } from "../../complaints/letter.ts"
import { sealedLength } from "../../complaints/seal-complaint.ts"
import { dayCheck } from "../../day-check.ts"
import { migrationOf } from "../../migration.ts"

const table = (dialect: "sqlite" | "postgres"): string => {
  const bytes = dialect === "sqlite" ? "blob" : "bytea"
  return `create table complaint (
    hash ${bytes} not null primary key check (length(hash) = 32),
    day text not null check ${dayCheck[dialect]("day")},
    sealed ${bytes} not null check (length(sealed) = ${sealedLength}),
    acknowledgement ${bytes} check (length(acknowledgement) = ${letterLength}),
    reply ${bytes} check (length(reply) = ${letterLength})
  )${dialect === "sqlite" ? " strict, without rowid" : ""}`
}

const sqlite = [
  table("sqlite"),
  `create trigger complaint_is_final before update of hash, day, sealed on complaint
    begin select raise(abort, 'a complaint is final'); end`,
]

const postgres = [
  table("postgres"),
  `create trigger complaint_is_final before update of hash, day, sealed on complaint
    for each statement execute function is_final()`,
]

export const complaints = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf(dialect === "sqlite" ? sqlite : postgres)
