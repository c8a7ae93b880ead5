/** Makes the database refuse responses of a shut day, so that none arrives after its last transfer destroyed the private key. */
import type { Migration } from "kysely/migration"
import { dayCheck } from "../../day-check.ts"
import { migrationOf } from "../../migration.ts"

const late = "this day is shut"

const sqlite = [
  `create table shut_day (day text not null check ${dayCheck.sqlite("day")} primary key) strict, without rowid`,
  `create trigger response_before_its_day_is_shut before insert on response
    when exists (select 1 from shut_day where day = new.day)
    begin select raise(abort, '${late}'); end`,
  ...["update", "delete"].map(
    (change) => `create trigger shut_day_stays_on_${change} before ${change} on shut_day
      begin select raise(abort, 'a shut day is final'); end`,
  ),
]

const postgres = [
  `create table shut_day (day text not null check ${dayCheck.postgres("day")} primary key)`,
  `create function response_before_its_day_is_shut() returns trigger language plpgsql as $$ begin
    if exists (select 1 from shut_day where day = new.day) then raise exception '${late}'; end if;
    return new;
  end $$`,
  `create trigger response_before_its_day_is_shut before insert on response
    for each row execute function response_before_its_day_is_shut()`,
  `create trigger shut_day_is_final before update or delete or truncate on shut_day
    for each statement execute function is_final()`,
]

export const shutDays = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf(dialect === "sqlite" ? sqlite : postgres)
