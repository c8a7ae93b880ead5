/** Empties SQLite's write-ahead log and overwrites it, because its frames hold rows and tokens in the order in which they came. */
import { closeSync, existsSync, fstatSync, openSync, writeSync } from "node:fs"
import { type Kysely, sql } from "kysely"
import type { Connection } from "../connect.ts"

const zeros = Buffer.alloc(1 << 20)

/** Writes through to the disk (`s`): a truncation would otherwise discard the zeros before they arrive there. */
const overwrite = (log: string): void => {
  if (!existsSync(log)) return
  const handle = openSync(log, "rs+")
  try {
    const { size } = fstatSync(handle)
    for (let at = 0; at < size; at += zeros.length) writeSync(handle, zeros, 0, Math.min(zeros.length, size - at), at)
  } finally {
    closeSync(handle)
  }
}

const checkpoint = async <D>(db: Kysely<D>, kind: "restart" | "truncate"): Promise<boolean> => {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(${sql.raw(kind)})`.execute(db)
  return rows[0]?.busy === 0
}

/** Changes when another connection commits. */
const versionOf = async <D>(db: Kysely<D>): Promise<number | undefined> => {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db)
  return rows[0]?.data_version
}

/** While this connection may write, nobody else writes to the log; after a complete checkpoint nobody reads it. */
const overwriteAlone = async <D>(db: Kysely<D>, log: string, version: number | undefined) => {
  await sql`begin immediate`.execute(db)
  try {
    if ((await versionOf(db)) === version) overwrite(log)
  } finally {
    await sql`rollback`.execute(db)
  }
}

/** Waits this many milliseconds for readers; false if one still reads: the log was not emptied. */
export const emptyLog = async <D>(here: Connection<D>, wait: number): Promise<boolean> => {
  const { db, dialect, file, isInPlace } = here
  if (dialect === "postgres" || file === undefined) return true
  return db.connection().execute(async (alone) => {
    await sql`pragma busy_timeout = ${sql.raw(`${wait}`)}`.execute(alone)
    try {
      const version = await versionOf(alone)
      if (!(await checkpoint(alone, "restart"))) return false
      // Another store could be at this path by now.
      if (isInPlace()) await overwriteAlone(alone, `${file}-wal`, version)
      return await checkpoint(alone, "truncate")
    } finally {
      await sql`pragma busy_timeout = 5000`.execute(alone)
    }
  })
}
