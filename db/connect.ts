/** A store opens with every setting that its guarantees need, read back from the connection itself, or it does not open. */
import { DatabaseSync, type SQLInputValue } from "node:sqlite"
import { Schema } from "effect"
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from "kysely"
import { type ClientBase, Pool } from "pg"

export type Source =
  | { readonly dialect: "sqlite"; readonly file: string; readonly readOnly?: boolean }
  | { readonly dialect: "postgres"; readonly url: string; readonly readOnly?: boolean }

export interface Connection<D> {
  readonly dialect: Source["dialect"]
  readonly db: Kysely<D>
}

export class SettingRefused extends Schema.TaggedError<SettingRefused>()("SettingRefused", {
  setting: Schema.String,
  wanted: Schema.String,
  found: Schema.String,
}) {
  override get message() {
    return `The database keeps ${this.setting} at ${this.found} where ${this.wanted} is needed: change that setting, or keep the answers in another database.`
  }
}

interface Setting {
  readonly name: string
  readonly wanted: string
  readonly accepts?: (found: string) => boolean
}

/** Before 3.51.3 SQLite has the WAL-reset corruption bug. */
export const sqliteVersion: Setting = {
  name: "the SQLite version",
  wanted: "3.51.3 or newer",
  accepts: (found) => found.localeCompare("3.51.3", "en", { numeric: true }) >= 0,
}

/** `fullfsync` matters on macOS alone, where a plain fsync stops short of the disk. */
export const sqliteSettings: readonly Setting[] = [
  { name: "busy_timeout", wanted: "5000" },
  { name: "journal_mode", wanted: "wal" },
  { name: "synchronous", wanted: "2" },
  { name: "fullfsync", wanted: "1" },
  { name: "secure_delete", wanted: "1" },
  { name: "temp_store", wanted: "2" },
  { name: "trusted_schema", wanted: "0" },
  { name: "foreign_keys", wanted: "1" },
]

/**
 * Pages of a new file are large enough for a response of up to 3.5 kB: a longer one spills onto pages of its own, which
 * are handed out in order of arrival. The cache and the write-ahead log (16 MB) are sized for inserts in random order.
 */
const layout = ["page_size = 16384", "cache_size = -65536", "wal_autocheckpoint = 1000"]

export const postgresSettings: readonly Setting[] = [
  { name: "synchronous_commit", wanted: "on" },
  { name: "fsync", wanted: "on" },
  { name: "full_page_writes", wanted: "on" },
]

/** The first setting that the connection does not really have. */
export const firstRefused = (
  settings: readonly Setting[],
  read: (name: string) => string,
): SettingRefused | undefined => {
  for (const { name, wanted, accepts = (value: string) => value === wanted } of settings) {
    const found = read(name)
    if (!accepts(found)) return new SettingRefused({ setting: name, wanted, found })
  }
  return undefined
}

export const readPragma = (database: DatabaseSync, name: string): string =>
  String(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0])

export const openSqlite = (file: string, readOnly: boolean): DatabaseSync => {
  const database = new DatabaseSync(file, { readOnly, defensive: true })
  try {
    for (const pragma of layout) database.exec(`pragma ${pragma}`)
    for (const { name, wanted } of sqliteSettings) database.exec(`pragma ${name} = ${wanted}`)
    const version = String(database.prepare("select sqlite_version() as version").get()?.["version"])
    const refused =
      firstRefused([sqliteVersion], () => version) ?? firstRefused(sqliteSettings, (name) => readPragma(database, name))
    if (refused !== undefined) throw refused
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const nothing = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
}

const adapted = (database: DatabaseSync): SqliteDatabase => ({
  close: () => database.close(),
  prepare: (text) => {
    // After a full disk or an I/O error SQLite has rolled back by itself; a second rollback would hide that error.
    if (text === "rollback" && !database.isTransaction) return nothing
    const statement = database.prepare(text)
    const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[]
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...values(parameters)),
      run: (parameters) => statement.run(...values(parameters)),
      iterate: (parameters) => statement.iterate(...values(parameters)),
    }
  },
})

/** A lost connection fails the query that uses it, or is replaced; without a listener it would end the process too. */
const ignore = (): void => undefined

const confirmPostgres = async (client: ClientBase): Promise<void> => {
  client.on("error", ignore)
  await client.query("set synchronous_commit = on")
  const { rows } = await client.query<{ name: string; setting: string }>("select name, setting from pg_settings")
  const found = new Map(rows.map(({ name, setting }) => [name, setting]))
  const refused = firstRefused(postgresSettings, (name) => found.get(name) ?? "nothing")
  if (refused !== undefined) throw refused
}

/** A server that stops answering counts as lost after this long. */
const patience = 10_000

const openPool = (url: string): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    keepAlive: true,
    onConnect: confirmPostgres,
  })
  pool.on("error", ignore)
  return pool
}

export const connect = <D>(source: Source): Connection<D> =>
  source.dialect === "sqlite"
    ? {
        dialect: "sqlite",
        db: new Kysely<D>({
          dialect: new SqliteDialect({ database: adapted(openSqlite(source.file, source.readOnly ?? false)) }),
        }),
      }
    : {
        dialect: "postgres",
        db: new Kysely<D>({
          dialect: new PostgresDialect({ pool: openPool(source.url) }),
        }),
      }
