/** Adds what mixing needs: the tokens that have arrived since it last ran, and a count by day and form that the database keeps. */
import type { Migration } from "kysely/migration"
import { dayCheck } from "../../day-check.ts"
import { migrationOf } from "../../migration.ts"

const counted = "insert into tally (day, form, responses) select day, form, count(*) from response group by day, form"

const sqlite = [
  `create table arrived_token (
    hash blob not null primary key check (length(hash) = 32),
    expires_on text not null check ${dayCheck.sqlite("expires_on")}
  ) strict, without rowid`,
  `create table tally (
    day text not null check ${dayCheck.sqlite("day")},
    form text not null,
    responses integer not null check (responses >= 0),
    primary key (day, form)
  ) strict, without rowid`,
  counted,
  `create trigger response_is_counted after insert on response begin
    insert into tally (day, form, responses) values (new.day, new.form, 1)
      on conflict (day, form) do update set responses = responses + 1;
  end`,
]

/** Rows are locked in the order of the primary key, so that two statements never wait for each other. */
const postgres = [
  `create table arrived_token (
    hash bytea not null primary key check (length(hash) = 32),
    expires_on text not null check ${dayCheck.postgres("expires_on")}
  )`,
  `create table tally (
    day text not null check ${dayCheck.postgres("day")},
    form text not null,
    responses integer not null check (responses >= 0),
    primary key (day, form)
  )`,
  counted,
  `create function response_is_counted() returns trigger language plpgsql as $$ begin
    insert into tally (day, form, responses)
      select day, form, count(*) from arrived group by day, form order by day, form
      on conflict (day, form) do update set responses = tally.responses + excluded.responses;
    return null;
  end $$`,
  `create trigger response_is_counted after insert on response referencing new table as arrived
    for each statement execute function response_is_counted()`,
]

export const mixing = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf(dialect === "sqlite" ? sqlite : postgres)
