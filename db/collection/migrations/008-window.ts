/** Makes the database refuse each response of a day outside the collection window, once a live platform has stored its window. */
import type { Migration } from "kysely/migration"
import { dayCheck } from "../../day-check.ts"
import { migrationOf } from "../../migration.ts"

const outside = "this day is outside the collection window"
const isOutside = "exists (select 1 from collection_window where new.day not between opens and closes)"

const table = (dialect: "sqlite" | "postgres"): string => {
  const ending = dialect === "sqlite" ? " strict, without rowid" : ""
  return `create table collection_window (
    id integer not null primary key check (id = 1),
    opens text not null check ${dayCheck[dialect]("opens")},
    closes text not null check ${dayCheck[dialect]("closes")} check (closes >= opens)
  )${ending}`
}

const sqlite = [
  table("sqlite"),
  `create trigger response_within_window before insert on response when ${isOutside}
    begin select raise(abort, '${outside}'); end`,
  `create trigger collection_window_stays before delete on collection_window
    begin select raise(abort, 'a window stays'); end`,
]

const postgres = [
  table("postgres"),
  `create function response_within_window() returns trigger language plpgsql as $$ begin
    if ${isOutside} then raise exception '${outside}'; end if;
    return new;
  end $$`,
  `create trigger response_within_window before insert on response
    for each row execute function response_within_window()`,
  `create trigger collection_window_stays before delete or truncate on collection_window
    for each statement execute function is_final()`,
]

export const collectionWindow = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf(dialect === "sqlite" ? sqlite : postgres)
