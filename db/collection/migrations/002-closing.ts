/** Makes the database refuse every response once the collection begins to close; the day of closing is final. */
import type { Migration } from "kysely/migration"
import { dayCheck } from "../../day-check.ts"
import { migrationOf } from "../../migration.ts"

const late = "the collection is closing"

const sqlite = [
  `create table closing (
    id integer not null primary key check (id = 1),
    since text not null check ${dayCheck.sqlite("since")}
  ) strict, without rowid`,
  `create trigger response_before_closing before insert on response when exists (select 1 from closing)
    begin select raise(abort, '${late}'); end`,
  ...["update", "delete"].map(
    (change) => `create trigger closing_stays_on_${change} before ${change} on closing
      begin select raise(abort, 'a closing is final'); end`,
  ),
]

/** The trigger runs once per statement. */
const postgres = [
  `create table closing (
    id integer not null primary key check (id = 1),
    since text not null check ${dayCheck.postgres("since")}
  )`,
  `create function response_before_closing() returns trigger language plpgsql as $$ begin
    if exists (select 1 from closing) then raise exception '${late}'; end if;
    return null;
  end $$`,
  `create trigger response_before_closing before insert on response
    for each statement execute function response_before_closing()`,
  `create trigger closing_is_final before update or delete or truncate on closing
    for each statement execute function is_final()`,
]

export const closing = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf(dialect === "sqlite" ? sqlite : postgres)
