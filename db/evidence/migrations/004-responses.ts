/** Creates the tables of answers: final, in no order, with a place no finer than matched, and with the child's own words apart. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { responseRefusals } from "./004-refusals.ts"
import { checksOf, quoted } from "./checks.ts"
import { refusing } from "./refusing.ts"

const forms = ["4-5", "6-8", "9-12", "13-17", "easy-read-6-8", "easy-read-9-12"]
const unplaced = ["not-asked", "not-answered", "prefer-not-to-say", "dont-know", "unmatched", "outside-england"]
const community = [
  "with-parents",
  "with-foster-parents",
  "with-relatives",
  "childrens-home",
  "supported-independent",
  "supported-semi-independent",
  "on-their-own",
  "friends-or-hostel",
]

const tables = (dialect: "sqlite" | "postgres"): readonly string[] => {
  const { strict, day, digest } = checksOf(dialect)
  const unordered = dialect === "sqlite" ? "strict, without rowid" : ""
  const bytes = dialect === "sqlite" ? "blob" : "bytea"
  const answer = (key: string) =>
    dialect === "sqlite" ? `json_extract(answers, '$."${key}"')` : `(answers::json ->> '${key}')`
  const coded = (column: string, prefix: string) =>
    dialect === "sqlite"
      ? `(octet_length(${column}) = 9 and ${column} glob '${prefix}*' and substr(${column}, 2) not glob '*[^0-9]*')`
      : `(${column} ~ '^[A-Z][0-9]{8}$' and left(${column}, ${prefix.length}) = '${prefix}')`
  const key = (column: string) =>
    dialect === "sqlite"
      ? `(octet_length(${column}) between 1 and 40 and ${column} not glob '*[^a-z0-9-]*')`
      : `(${column} ~ '^[a-z0-9-]{1,40}$')`
  const json = (column: string, type: "object" | "array") =>
    dialect === "sqlite"
      ? `(json_valid(${column}) = 1 and json_type(${column}) = '${type}')`
      : `(json_typeof(${column}::json) = '${type}')`
  return [
    `create table known_question (
      form text not null check (form in (${quoted(forms)})),
      question text not null check ${key("question")},
      primary key (form, question)
    ) ${strict}`,
    `create table kept_response (
      id ${bytes} not null primary key check (length(id) = 16),
      day text not null check ${day("day")} references retention (given_on),
      form text not null check (form in (${quoted(forms)})),
      place text not null check (place in ('matched', ${quoted(unplaced)})),
      local_authority text check (local_authority is null or ${coded("local_authority", "E")}),
      region text check (region is null or ${coded("region", "E12")}),
      imd_decile integer check (imd_decile is null or imd_decile between 1 and 10),
      lsoa text check (lsoa is null or ${coded("lsoa", "E01")}),
      answers text not null check ${json("answers", "object")},
      flags text not null check ${json("flags", "array")},
      check ((place = 'matched') = (local_authority is not null)),
      check ((local_authority is null) = (region is null)),
      check (imd_decile is null or local_authority is not null),
      check (lsoa is null or imd_decile is not null),
      check ((place = 'not-asked' and ${answer("school")} is null and ${answer("local-council")} is null)
        or coalesce(${answer("setting")}, '') in (${quoted(community)}))
    ) ${unordered}`,
    "create index kept_response_by_day on kept_response (day, id)",
    `create table quarantine (
      response ${bytes} not null references kept_response (id) on delete cascade,
      question text not null check ${key("question")},
      words text not null check (length(words) between 1 and 4000),
      primary key (response, question)
    ) ${unordered}`,
    `create table transfer_day (
      day text not null primary key check ${day("day")},
      state text not null check (state in ('arriving', 'verified', 'complete')),
      responses integer not null check (responses >= 0),
      digest text not null check ${digest("digest")}
    ) ${strict}`,
    `create table transferred (
      digest ${bytes} not null primary key check (length(digest) = 32),
      day text not null references transfer_day (day)
    ) ${unordered}`,
  ]
}

export const responses = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf([...tables(dialect), ...responseRefusals(dialect).flatMap((rule) => refusing(dialect, rule))])
