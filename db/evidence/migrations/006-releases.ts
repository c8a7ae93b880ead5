/** Creates the tables of a release: proposed, checked by two other people, released; all final, and no small count published. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { checksOf, quoted } from "./checks.ts"
import { type Refusal, refusing } from "./refusing.ts"

const threshold = 10
const geographies = ["England", ...Array.from({ length: 9 }, (_, at) => `E1200000${at + 1}`)]

const tables = (dialect: "sqlite" | "postgres"): readonly string[] => {
  const { strict, day, digest, person } = checksOf(dialect)
  const list = (column: string) =>
    dialect === "sqlite"
      ? `(json_valid(${column}) = 1 and json_type(${column}) = 'array')`
      : `(json_typeof(${column}::json) = 'array')`
  return [
    `create table proposal (
      id text not null primary key check ${digest("id")},
      author text not null check ${person("author")},
      title text not null check (length(title) between 1 and 2000),
      cut text not null check (length(cut) between 1 and 2000),
      geographies text not null check ${list("geographies")},
      dimensions text not null check ${list("dimensions")},
      hierarchies text not null check ${list("hierarchies")},
      proposed_on text not null check ${day("proposed_on")}
    ) ${strict}`,
    `create table proposal_cell (
      proposal text not null references proposal (id),
      place integer not null check (place >= 0),
      labels text not null check ${list("labels")},
      responses integer not null check (responses >= 0),
      published integer not null check (published in (0, 1)),
      records_key text not null check ${person("records_key")},
      primary key (proposal, place),
      check (published = 0 or responses = 0 or responses >= ${threshold}),
      check ((responses = 0) = (records_key = '0000000000000000'))
    ) ${strict}`,
    `create table proposal_proof (
      proposal text not null primary key references proposal (id),
      witnesses text not null check ${list("witnesses")}
    ) ${strict}`,
    `create table output_check (
      proposal text not null references proposal (id),
      person text not null check ${person("person")},
      checked_on text not null check ${day("checked_on")},
      primary key (proposal, person)
    ) ${strict}`,
    `create table table_release (
      place integer not null primary key check (place >= 1),
      proposal text not null unique references proposal (id),
      approver text not null check ${person("approver")},
      audit text not null check ${digest("audit")},
      digest text not null check ${digest("digest")},
      released_on text not null check ${day("released_on")}
    ) ${strict}`,
  ]
}

const elsewhere = {
  sqlite: (of: string) =>
    `exists (select 1 from json_each(${of}.geographies) as held where held.value not in (${quoted(geographies)}))`,
  postgres: (of: string) =>
    `exists (select 1 from json_array_elements_text(${of}.geographies::json) as held (value)
      where held.value not in (${quoted(geographies)}))`,
}

const others = `(select count(*) from output_check, proposal where proposal.id = new.proposal
  and output_check.proposal = proposal.id and output_check.person <> proposal.author
  and output_check.checked_on <= new.released_on)`

const shown = `exists (select 1 from proposal_cell where proposal = new.proposal and published = 1
  and responses between 1 and ${threshold - 1})`

/** Withheld counts may be deleted only once the answers behind them are destroyed. */
const isKept = `not exists (select 1 from retention) or exists (select 1 from retention where state <> 'destroyed')`

const rules = (dialect: "sqlite" | "postgres"): readonly Refusal[] => [
  {
    name: "proposal_is_for_a_region_at_the_finest",
    table: "proposal",
    on: "insert",
    when: `new.geographies = '[]' or ${elsewhere[dialect]("new")} or exists (select 1 from proposal where id = new.id)`,
    says: "a table is for England or a region, and is proposed once",
  },
  { name: "proposal_is_final", table: "proposal", on: "update", says: "a proposal is final" },
  { name: "proposal_stays_on_record", table: "proposal", on: "delete", says: "a proposal stays on record" },
  {
    name: "cell_is_proposed_with_its_table",
    table: "proposal_cell",
    on: "insert",
    when: `exists (select 1 from output_check where proposal = new.proposal)
      or exists (select 1 from proposal_proof where proposal = new.proposal)
      or exists (select 1 from proposal_cell where proposal = new.proposal and place = new.place)`,
    says: "a cell is proposed with its table",
  },
  { name: "cell_is_final", table: "proposal_cell", on: "update", says: "a cell is final" },
  {
    name: "cell_stays_while_answers_do",
    table: "proposal_cell",
    on: "delete",
    when: isKept,
    says: "a cell is kept while answers are",
  },
  {
    name: "proof_is_given_once",
    table: "proposal_proof",
    on: "insert",
    when: "exists (select 1 from proposal_proof where proposal = new.proposal)",
    says: "a proof is given once",
  },
  { name: "proof_is_final", table: "proposal_proof", on: "update", says: "a proof is final" },
  {
    name: "proof_stays_while_answers_do",
    table: "proposal_proof",
    on: "delete",
    when: isKept,
    says: "a proof is kept while answers are",
  },
  {
    name: "output_is_checked_by_others",
    table: "output_check",
    on: "insert",
    when: `exists (select 1 from proposal where id = new.proposal and (author = new.person or proposed_on > new.checked_on))
      or exists (select 1 from output_check where proposal = new.proposal and person = new.person)`,
    says: "an output is checked by others than its author, each once",
  },
  { name: "check_is_final", table: "output_check", on: "update", says: "a check is final" },
  { name: "check_stays_on_record", table: "output_check", on: "delete", says: "a check stays on record" },
  {
    name: "release_follows_the_last",
    table: "table_release",
    on: "insert",
    when: "new.place <> (select coalesce(max(place), 0) + 1 from table_release) or exists (select 1 from table_release where proposal = new.proposal)",
    says: "a release follows the last, once",
  },
  {
    name: "release_is_from_live",
    table: "table_release",
    on: "insert",
    when: `not exists (select 1 from ledger where seq = 1 and body = '{"mode":"live"}')`,
    says: "nothing is released from a rehearsal",
  },
  {
    name: "release_is_checked_by_two",
    table: "table_release",
    on: "insert",
    when: `${others} < 2`,
    says: "a release is checked by two others than its author",
  },
  {
    name: "release_shows_no_small_count",
    table: "table_release",
    on: "insert",
    when: `${shown} or not exists (select 1 from proposal_cell where proposal = new.proposal)
      or not exists (select 1 from proposal_proof where proposal = new.proposal)`,
    says: "a release has its cells and its proof, and shows no small count",
  },
  { name: "release_is_final", table: "table_release", on: "update", says: "a release is final" },
  { name: "release_stays_on_record", table: "table_release", on: "delete", says: "a release stays on record" },
]

export const releases = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf([...tables(dialect), ...rules(dialect).flatMap((rule) => refusing(dialect, rule))])
