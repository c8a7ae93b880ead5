/** Creates the scan of each child's own words, and the texts that were released once they were clean. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { textRefusals } from "./014-text-refusals.ts"
import { checksOf } from "./checks.ts"
import { refusing } from "./refusing.ts"

/** A placeholder is longer than what it replaces. */
const longest = 20_000

const tables = (dialect: "sqlite" | "postgres"): readonly string[] => {
  const { day } = checksOf(dialect)
  const unordered = dialect === "sqlite" ? "strict, without rowid" : ""
  const bytes = dialect === "sqlite" ? "blob" : "bytea"
  const key =
    dialect === "sqlite"
      ? "(octet_length(question) between 1 and 40 and question not glob '*[^a-z0-9-]*')"
      : "(question ~ '^[a-z0-9-]{1,40}$')"
  const list = (column: string) =>
    dialect === "sqlite"
      ? `(octet_length(${column}) <= 200 and json_valid(${column}) = 1 and json_type(${column}) = 'array'
        and ${column} not glob '*[^],a-z"[-]*')`
      : `(octet_length(${column}) <= 200 and ${column} ~ '^\\[("[a-z-]+"(,"[a-z-]+")*)?\\]$')`
  return [
    `create table scanned_text (
      response ${bytes} not null,
      question text not null,
      state text not null check (state in ('clean', 'held', 'reviewed')),
      detector integer not null check (detector >= 1),
      risk integer not null check (risk between 0 and 3),
      because text not null check ${list("because")},
      concerns text not null check ${list("concerns")},
      cleaned text check (cleaned is null or length(cleaned) between 1 and ${longest}),
      primary key (response, question),
      foreign key (response, question) references quarantine (response, question) on delete cascade,
      check ((state = 'held') = (cleaned is null)),
      check (state <> 'clean' or (risk = 0 and because = '[]' and concerns = '[]'))
    ) ${unordered}`,
    "create index scanned_text_held on scanned_text (risk, response, question) where state = 'held'",
    "create index scanned_text_by_detector on scanned_text (detector, response, question)",
    `create table cleaned_text (
      response ${bytes} not null references kept_response (id) on delete cascade,
      question text not null check ${key},
      words text not null check (length(words) between 1 and ${longest}),
      detector integer not null check (detector >= 1),
      cleaned_by text not null check (cleaned_by in ('detector', 'review')),
      released_on text not null check ${day("released_on")},
      primary key (response, question)
    ) ${unordered}`,
    "create index cleaned_text_by_detector on cleaned_text (detector, response, question)",
  ]
}

/** PostgreSQL copies values of a column into its statistics, which outlive their rows. */
const noStatistics = [
  ...["response", "question", "cleaned", "because", "concerns"].map((column) => ["scanned_text", column]),
  ...["response", "question", "words"].map((column) => ["cleaned_text", column]),
].map(([table, column]) => `alter table ${table} alter column ${column} set statistics 0`)

export const texts = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf([
    ...tables(dialect),
    ...(dialect === "postgres" ? noStatistics : []),
    ...textRefusals.flatMap((rule) => refusing(dialect, rule)),
  ])
