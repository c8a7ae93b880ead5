/** Creates the ledger: each entry must follow the last, and triggers refuse to change or delete one. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { checksOf } from "./checks.ts"
import { refusing } from "./refusing.ts"

const zeros = "0".repeat(64)

const statements = (dialect: "sqlite" | "postgres"): readonly string[] => {
  const { strict, instant, kind, json, digest } = checksOf(dialect)
  const differs = dialect === "sqlite" ? "is not" : "is distinct from"
  return [
    `create table ledger (
      seq integer not null primary key check (seq >= 1),
      at text not null check ${instant("at")},
      kind text not null check ${kind("kind")},
      body text not null check ${json("body")},
      prev text not null unique check ${digest("prev")},
      hash text not null unique check ${digest("hash")}
    ) ${strict}`,
    // This also refuses an `insert or replace`, which fires no delete trigger in SQLite.
    ...refusing(dialect, {
      name: "ledger_follows",
      table: "ledger",
      on: "insert",
      when: `new.seq ${differs} (select coalesce(max(seq), 0) + 1 from ledger)
        or new.prev ${differs} coalesce((select hash from ledger order by seq desc limit 1), '${zeros}')`,
      says: "an entry follows the last",
    }),
    ...refusing(dialect, {
      name: "ledger_is_not_changed",
      table: "ledger",
      on: "update",
      says: "the ledger is append-only",
    }),
    ...refusing(dialect, {
      name: "ledger_is_not_cut",
      table: "ledger",
      on: "delete",
      says: "the ledger is append-only",
    }),
  ]
}

export const ledger = (dialect: "sqlite" | "postgres"): Migration => migrationOf(statements(dialect))
