/** Keeps answers, words and ids out of PostgreSQL's statistics, which copy values of a column in clear and outlive its rows. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"

/** The columns of each table of answers, by their type. */
const columns: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  kept_response: {
    bytea: ["id"],
    text: ["day", "form", "place", "local_authority", "region", "lsoa", "answers", "flags"],
    integer: ["imd_decile"],
  },
  quarantine: { bytea: ["response"], text: ["question", "words"] },
  transferred: { bytea: ["digest"], text: ["day"] },
  answer_set: { bytea: ["digest"], text: ["day"] },
}

/** A column that gets its type again loses the statistics that an earlier version let PostgreSQL make. */
const inPostgres = Object.entries(columns).flatMap(([table, types]) =>
  Object.entries(types).flatMap(([type, names]) =>
    names.flatMap((name) => [
      `alter table ${table} alter column ${name} type ${type}`,
      `alter table ${table} alter column ${name} set statistics 0`,
    ]),
  ),
)

export const noStatistics = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf(dialect === "postgres" ? inPostgres : [])
