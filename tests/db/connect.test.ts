/** D2: a connection opens only with every setting that its guarantees need, and names the first that differs. */
import { DatabaseSync } from "node:sqlite"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { connect, firstRefused, postgresSettings, readPragma, sqliteSettings, sqliteVersion } from "../../db/connect.ts"
import { engines, newFolder, newSource, rawly } from "../support/store.ts"

test("an SQLite connection has every setting when it is read back", async () => {
  const { db } = rawly(await newSource("sqlite"))
  for (const { name, wanted } of sqliteSettings) {
    const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)
    expect(String(Object.values(rows[0] ?? {})[0]), name).toBe(wanted)
  }
})

test("a setting that is made again takes effect again", async () => {
  const { db } = rawly(await newSource("sqlite"))
  for (const wanted of ["100", "5000", "100", "5000"]) {
    await sql.raw(`pragma busy_timeout = ${wanted}`).execute(db)
    const { rows } = await sql.raw<Record<string, unknown>>("pragma busy_timeout").execute(db)
    expect(String(Object.values(rows[0] ?? {})[0])).toBe(wanted)
  }
})

test("the list of settings has every setting of the design", () => {
  expect(Object.fromEntries(sqliteSettings.map(({ name, wanted }) => [name, wanted]))).toMatchObject({
    secure_delete: "1",
    synchronous: "2",
    journal_mode: "wal",
    temp_store: "2",
    trusted_schema: "0",
    foreign_keys: "1",
  })
})

const otherwise: Record<string, string> = {
  busy_timeout: "0",
  journal_mode: "delete",
  synchronous: "1",
  fullfsync: "0",
  secure_delete: "0",
  temp_store: "1",
  trusted_schema: "1",
  foreign_keys: "0",
}

describe.each(sqliteSettings)("$name", ({ name }) => {
  test("is named if only it differs", () => {
    const database = new DatabaseSync(`${newFolder()}/store.sqlite`)
    for (const setting of sqliteSettings) database.exec(`pragma ${setting.name} = ${setting.wanted}`)
    const read = (pragma: string) => readPragma(database, pragma)
    expect(firstRefused(sqliteSettings, read)).toBeUndefined()
    database.exec(`pragma ${name} = ${otherwise[name]}`)
    const refused = firstRefused(sqliteSettings, read)
    expect(refused).toMatchObject({ _tag: "SettingRefused", setting: name })
    expect(refused?.message).toContain(name)
    database.close()
  })
})

test("a connection that cannot have a setting does not open", () => {
  expect(() => connect({ dialect: "sqlite", file: ":memory:" })).toThrow("journal_mode")
})

test("an SQLite with the WAL-reset bug is refused", () => {
  const refuses = (version: string) => firstRefused([sqliteVersion], () => version) !== undefined
  expect(["3.50.4", "3.51.2", "3.51.3", "3.52.0", "3.53.4", "4.0.0"].map(refuses)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

describe.each(postgresSettings)("$name on PostgreSQL", ({ name, wanted }) => {
  test("is named if only it differs", () => {
    const read = (setting: string) => (setting === name ? "off" : wanted)
    expect(firstRefused(postgresSettings, read)).toMatchObject({ setting: name, found: "off" })
  })
})

test("a PostgreSQL connection waits for the disk even if its database is set not to", async () => {
  const source = await newSource("postgres")
  const first = rawly(source).db
  const name = source.dialect === "postgres" ? new URL(source.url).pathname.slice(1) : ""
  await sql`alter database ${sql.id(name)} set synchronous_commit = off`.execute(first)
  const { rows } = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(rawly(source).db)
  expect(rows).toEqual([{ synchronous_commit: "on" }])
})

test.each(engines)("%s rolls back a failed transaction and continues", async (engine) => {
  const { db } = rawly(await newSource(engine))
  await sql`create table kept (id integer primary key)`.execute(db)
  const failing = db.transaction().execute(async (transaction) => {
    await sql`insert into kept values (1)`.execute(transaction)
    await sql`insert into kept values (1)`.execute(transaction)
  })
  await expect(failing).rejects.toThrow()
  await sql`insert into kept values (1)`.execute(db)
})
