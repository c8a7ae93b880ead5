/** Connects to a store with every setting that its guarantees need, reads each back from the connection, and refuses if one differs. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite"
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from "kysely"
import { type ClientBase, Pool } from "pg"
import { watchPlace } from "./in-place.ts"
import { SettingRefused } from "./setting-refused.ts"

/** Where the identity of the store is kept, with the keys. */
export interface IdentityPlace {
  readonly file: string
  /** Whether this process may name the file; the writer may not. */
  readonly settles: boolean
  /** A store that comes from a backup brings its identity with it. */
  readonly restored?: boolean
}

interface Opening {
  readonly readOnly?: boolean
  /** For commands that read whole tables, which may take minutes; the statements of others end after ten seconds. */
  readonly isLongJob?: boolean
  /** Without it a store of any identity is opened. */
  readonly identity?: IdentityPlace
}

export type Source =
  | (Opening & { readonly dialect: "sqlite"; readonly file: string })
  | (Opening & { readonly dialect: "postgres"; readonly url: string })

export interface Connection<D> {
  readonly dialect: Source["dialect"]
  /** The file of an SQLite store. */
  readonly file?: string
  /** False while the file of an SQLite store is not the one that was opened. */
  readonly isInPlace: () => boolean
  readonly db: Kysely<D>
}

interface Setting {
  readonly name: string
  readonly wanted: string
  readonly accepts?: (found: string) => boolean
}

/** SQLite before 3.51.3 has the WAL-reset corruption bug. */
export const sqliteVersion: Setting = {
  name: "the SQLite version",
  wanted: "3.51.3 or newer",
  accepts: (found) => found.localeCompare("3.51.3", "en", { numeric: true }) >= 0,
}

/** `fullfsync` matters only on macOS, where a plain fsync does not reach the disk. */
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
 * A page holds responses of up to 3.5 kB. A longer one spills onto overflow pages, which SQLite allocates in order of
 * arrival. The cache and the write-ahead log (16 MB) are sized for inserts in random order.
 */
const layout = ["page_size = 16384", "cache_size = -65536", "wal_autocheckpoint = 1000"]

export const postgresSettings: readonly Setting[] = [
  { name: "synchronous_commit", wanted: "on" },
  { name: "fsync", wanted: "on" },
  { name: "full_page_writes", wanted: "on" },
]

/** Finds the first setting whose value in the connection differs from the wanted one. */
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

const noStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
}

/** Statements that are kept for their next use, and the characters of the longest: each holds the values it last ran with. */
const [mostKept, longestKept] = [64, 2_000]

/** What stores each group of answers. A pragma is not kept, since it may act as it is prepared. */
const isKept = (text: string): boolean => text.length <= longestKept && /^(?:begin|insert|commit)\b/.test(text)

const kyselyDatabase = (database: DatabaseSync): SqliteDatabase => {
  const kept = new Map<string, StatementSync>()
  const statementOf = (text: string): StatementSync => {
    const statement = kept.get(text) ?? database.prepare(text)
    if (kept.size >= mostKept) kept.clear()
    if (isKept(text)) kept.set(text, statement)
    return statement
  }
  return {
    close: () => database.close(),
    prepare: (text) => {
      // SQLite rolls back by itself after a full disk or an I/O error; a second rollback would hide that error.
      if (text === "rollback" && !database.isTransaction) return noStatement
      const statement = statementOf(text)
      const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
    },
  }
}

/** A lost connection fails its query or is replaced. Without a listener it would also end the process. */
const ignore = (): void => undefined

const confirmPostgres = async (client: ClientBase): Promise<void> => {
  client.on("error", ignore)
  await client.query("set synchronous_commit = on")
  const columns = postgresSettings.map(({ name }) => `current_setting('${name}') as ${name}`)
  const { rows } = await client.query<Record<string, string>>(`select ${columns.join(", ")}`)
  const refused = firstRefused(postgresSettings, (name) => rows[0]?.[name] ?? "nothing")
  if (refused !== undefined) throw refused
}

/** Milliseconds after which a call to a silent server fails with a timeout. */
const timeout = 10_000

const longTimeout = 15 * 60_000

/** Milliseconds that a look waits for a table that another session has locked: the report says so, and does not hang. */
const lockTimeout = 3_000

const confirmReading = async (client: ClientBase): Promise<void> => {
  await confirmPostgres(client)
  await client.query(`set lock_timeout = ${lockTimeout}`)
}

const openPool = ({ url, isLongJob = false, readOnly = false }: Source & { readonly dialect: "postgres" }): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: timeout,
    query_timeout: isLongJob ? longTimeout : timeout,
    keepAlive: true,
    onConnect: readOnly ? confirmReading : confirmPostgres,
  })
  pool.on("error", ignore)
  return pool
}

const connectSqlite = <D>({ file, readOnly = false }: Source & { readonly dialect: "sqlite" }): Connection<D> => {
  const database = kyselyDatabase(openSqlite(file, readOnly))
  const db = new Kysely<D>({ dialect: new SqliteDialect({ database }) })
  return { dialect: "sqlite", file, isInPlace: watchPlace(file), db }
}

/** An empty SQLite database that no file holds, and that no answer enters. */
export const inMemory = <D>(): Kysely<D> =>
  new Kysely<D>({ dialect: new SqliteDialect({ database: kyselyDatabase(new DatabaseSync(":memory:")) }) })

export const connect = <D>(source: Source): Connection<D> =>
  source.dialect === "sqlite"
    ? connectSqlite(source)
    : {
        dialect: "postgres",
        isInPlace: () => true,
        db: new Kysely<D>({ dialect: new PostgresDialect({ pool: openPool(source) }) }),
      }
