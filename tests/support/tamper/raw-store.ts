/** Changes a store past its own code, as a person with the file and an SQL shell could, and leaves its schema as it was. */
import { DatabaseSync, type SQLInputValue } from "node:sqlite"

export const onFile = (file: string, work: (database: DatabaseSync) => void): void => {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false, defensive: false })
  try {
    database.exec("pragma ignore_check_constraints = on")
    work(database)
    database.exec("pragma wal_checkpoint(truncate)")
  } finally {
    database.close()
  }
}

interface Trigger {
  readonly name: string
  readonly sql: string
}

const triggersIn = (database: DatabaseSync): readonly Trigger[] =>
  database
    .prepare("select name, sql from sqlite_schema where type = 'trigger'")
    .all()
    .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }))

export const dropTriggers = (database: DatabaseSync): readonly Trigger[] => {
  const triggers = triggersIn(database)
  for (const { name } of triggers) database.exec(`drop trigger ${name}`)
  return triggers
}

/** Without triggers and checks, which are all there again afterwards. */
export const unguarded = (file: string, work: (database: DatabaseSync) => void): void =>
  onFile(file, (database) => {
    const triggers = dropTriggers(database)
    work(database)
    for (const { sql } of triggers) database.exec(sql)
  })

export const run = (file: string, statement: string, ...values: readonly SQLInputValue[]): void =>
  unguarded(file, (database) => void database.prepare(statement).run(...values))

/** Rewrites what the catalogue says of an object. */
export const rewriteSchema = (file: string, name: string, from: string | RegExp, to: string): void =>
  onFile(file, (database) => {
    const { sql } = database.prepare("select sql from sqlite_schema where name = ?").get(name) ?? {}
    const changed = String(sql).replace(from, to)
    if (changed === sql) throw new Error(`${name} has no such part`)
    database.exec("pragma writable_schema = on")
    database.prepare("update sqlite_schema set sql = ? where name = ?").run(changed, name)
  })
