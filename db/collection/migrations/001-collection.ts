/** Creates the collection: sealed, final responses in no order, tokens without a time, and one mode for good. */
import type { Migration } from "kysely/migration"
import { dayCheck } from "../../day-check.ts"
import { migrationOf } from "../../migration.ts"

const forms = "'4-5', '6-8', '9-12', '13-17', 'easy-read-6-8', 'easy-read-9-12'"

const sqlite = [
  `create table response (
    key blob not null primary key check (length(key) = 16),
    day text not null check ${dayCheck.sqlite("day")},
    form text not null check (form in (${forms})),
    encapsulated blob not null check (length(encapsulated) = 32),
    nonce blob not null check (length(nonce) = 12),
    ciphertext blob not null check (length(ciphertext) > 16 and length(ciphertext) % 512 = 16)
  ) strict, without rowid`,
  `create table token (
    hash blob not null primary key check (length(hash) = 32),
    expires_on text not null check ${dayCheck.sqlite("expires_on")}
  ) strict, without rowid`,
  `create table deployment (
    id integer not null primary key check (id = 1),
    mode text not null check (mode in ('rehearsal', 'live'))
  ) strict, without rowid`,
  ...["response", "token", "deployment"].map(
    (table) => `create trigger ${table}_is_final before update on ${table}
      begin select raise(abort, 'a ${table} is final'); end`,
  ),
]

const postgres = [
  `create table response (
    key bytea not null primary key check (length(key) = 16),
    day text not null check ${dayCheck.postgres("day")},
    form text not null check (form in (${forms})),
    encapsulated bytea not null check (length(encapsulated) = 32),
    nonce bytea not null check (length(nonce) = 12),
    ciphertext bytea not null check (length(ciphertext) > 16 and length(ciphertext) % 512 = 16)
  )`,
  `create table token (
    hash bytea not null primary key check (length(hash) = 32),
    expires_on text not null check ${dayCheck.postgres("expires_on")}
  )`,
  `create table deployment (
    id integer not null primary key check (id = 1),
    mode text not null check (mode in ('rehearsal', 'live'))
  )`,
  `create function is_final() returns trigger language plpgsql as
    $$ begin raise exception 'a % is final', tg_table_name; end $$`,
  ...["response", "token", "deployment"].map(
    (table) => `create trigger ${table}_is_final before update on ${table}
      for each statement execute function is_final()`,
  ),
]

export const collection = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf(dialect === "sqlite" ? sqlite : postgres)
