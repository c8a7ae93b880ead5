/** Creates the digests of the answer sets of a day in transfer, so that a repeat is flagged; they are deleted with the day. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { quoted } from "./checks.ts"
import { type Refusal, refusing } from "./refusing.ts"

const flags = [
  "outside-england",
  "place-not-checkable",
  "age-not-of-the-band",
  "nothing-said",
  "one-answer-throughout",
  "same-answers-as-another",
]

const known = "kept_response_has_known_flags"
const doubtful = {
  sqlite: `exists (select 1 from json_each(new.flags) as held where held.value not in (${quoted(flags)}))`,
  postgres: `exists (select 1 from json_array_elements_text(new.flags::json) as held (value)
    where held.value not in (${quoted(flags)}))`,
}

const rules = (dialect: "sqlite" | "postgres"): readonly Refusal[] => [
  { table: "kept_response", on: "insert", name: known, when: doubtful[dialect], says: "there is no such flag" },
  { name: "answer_set_is_final", table: "answer_set", on: "update", says: "an answer set is final" },
  {
    name: "answer_set_until_complete",
    table: "answer_set",
    on: "delete",
    when: "not exists (select 1 from transfer_day where day = old.day and state = 'complete')",
    says: "an answer set is kept until its day is complete",
  },
]

const table = {
  sqlite: `create table answer_set (
    digest blob not null primary key check (length(digest) = 32),
    day text not null references transfer_day (day)
  ) strict, without rowid`,
  postgres: `create table answer_set (
    digest bytea not null primary key check (length(digest) = 32),
    day text not null references transfer_day (day)
  )`,
}

/** The old trigger does not accept the flag for a repeat. */
const forget = {
  sqlite: [`drop trigger ${known}`],
  postgres: [`drop trigger ${known} on kept_response`, `drop function ${known}()`],
}

export const answerSets = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf([...forget[dialect], table[dialect], ...rules(dialect).flatMap((rule) => refusing(dialect, rule))])
