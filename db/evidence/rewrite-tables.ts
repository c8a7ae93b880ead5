/** Rewrites the tables of answers, so that no removed row stays on the disk: false while somebody can still read one. */
import { setTimeout as delay } from "node:timers/promises"
import { type Kysely, sql } from "kysely"
import { emptyLog } from "../collection/empty-log.ts"
import type { Connection } from "../connect.ts"
import { failureOf } from "../failure.ts"
import type { EvidenceTables } from "./schema.ts"

type Database = Kysely<EvidenceTables>

/** Milliseconds that it waits for readers of removed rows, or for a locked table, and between two looks. */
const [patience, pause] = [5_000, 100]

const tables = [
  "kept_response",
  "quarantine",
  "scanned_text",
  "cleaned_text",
  "text_lease",
  "text_review",
  "text_escalation",
  "text_audit",
  "transferred",
  "answer_set",
] as const

/** An earlier version let PostgreSQL copy answers into its statistics. */
const rewritten = [...tables, "pg_catalog.pg_statistic"] as const

const vacuum = async (db: Database, how: string): Promise<void> => {
  for (const table of rewritten) await sql.raw(`vacuum (${how}) ${table}`).execute(db)
}

/** A page with a removed row that a session may still read is not visible to all: PostgreSQL counts those that are. */
const areRemovedRowsGone = async (db: Database): Promise<boolean> => {
  const names = sql.join(tables.map((name) => sql`${name}::regclass`))
  const { rows } = await sql<{ gone: boolean }>`
    with own as (select oid, reltoastrelid from pg_class where oid in (${names}))
    select bool_and(relallvisible = relpages) as gone from pg_class
    where oid in (select oid from own union select reltoastrelid from own)`.execute(db)
  return rows[0]?.gone === true
}

/**
 * `vacuum (full)` copies each removed row that is younger than any transaction of the whole server. A plain vacuum
 * keeps only those that a session of this database can read, so it goes first, until it keeps none.
 */
const waitForReaders = async (db: Database): Promise<boolean> => {
  const remove = () => vacuum(db, "index_cleanup on, truncate off").then(() => areRemovedRowsGone(db))
  if (await remove()) return true
  for (const until = Date.now() + patience; Date.now() < until; ) {
    await delay(pause)
    if (await remove()) return true
  }
  return false
}

const falseIfLocked = (error: unknown): false => {
  if (failureOf(error) === "busy") return false
  throw error
}

const rewrite = async (db: Database): Promise<boolean> => {
  const areGone = await waitForReaders(db)
  // Each ends its own old file; a table without rows gets an empty one.
  await vacuum(db, "full")
  return areGone
}

const rewriteInPostgres = ({ db }: Connection<EvidenceTables>): Promise<boolean> =>
  db.connection().execute(async (alone) => {
    await sql`set lock_timeout = ${sql.lit(patience)}`.execute(alone)
    try {
      return await rewrite(alone).catch(falseIfLocked)
    } finally {
      await sql`reset lock_timeout`.execute(alone)
    }
  })

export const rewriteTables = async (here: Connection<EvidenceTables>): Promise<boolean> => {
  if (here.dialect === "postgres") return rewriteInPostgres(here)
  // Splits of pages leave copies that an overwritten row does not reach, so every page is written again.
  if (!(await emptyLog(here, patience))) return false
  await sql`vacuum`.execute(here.db)
  return emptyLog(here, patience)
}
