/** Tests the collection: one mode, tokens that expire, counts without opening, and no trace of order. */
import { randomBytes } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Effect } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { band } from "../../db/collection/band.ts"
import { arrival } from "../support/arrival.ts"
import { engines, newFolder, newSource, opened, rawly, refusal } from "../support/store.ts"

describe.each(engines)("the collection on %s", (engine) => {
  test("the other mode is refused with advice, and changes nothing", async () => {
    const source = await newSource(engine)
    await opened(source, "rehearsal")
    const error = await refusal(source, "live")
    expect(error).toMatchObject({ _tag: "WrongMode", stored: "rehearsal", wanted: "live" })
    expect(error.message).toContain("give live its own DATA_DIR or DATABASE_URL")
    expect(await rawly(source).db.selectFrom("deployment").selectAll().execute()).toEqual([
      { id: 1, mode: "rehearsal" },
    ])
    await opened(source, "rehearsal")
  })

  test("a store can have only one mode", async () => {
    const source = await newSource(engine)
    await opened(source, "live")
    const { db } = rawly(source)
    await expect(db.insertInto("deployment").values({ id: 2, mode: "rehearsal" }).execute()).rejects.toThrow()
  })

  test("a token is dropped once its day has passed, and not before", async () => {
    const source = await newSource(engine)
    const collection = await opened(source)
    await collection.append([arrival("old")], "2026-11-21")
    await collection.append([arrival("due")], "2026-11-22")
    expect(await Effect.runPromise(collection.dropExpiredTokens("2026-11-22"))).toBe(1)
    expect(await rawly(source).db.selectFrom("token").select("expires_on").execute()).toEqual([
      { expires_on: "2026-11-22" },
    ])
    expect(await collection.append([arrival("due")], "2026-11-29")).toEqual(["already-stored"])
  })

  test("counts are grouped by form and day", async () => {
    const collection = await opened(await newSource(engine))
    const group = [arrival("a"), arrival("b"), arrival("c", { form: "4-5" }), arrival("d", { day: "2026-11-23" })]
    await collection.append(group, "2026-11-29")
    expect(await Effect.runPromise(collection.counts)).toEqual([
      { form: "4-5", day: "2026-11-22", responses: 1 },
      { form: "9-12", day: "2026-11-22", responses: 2 },
      { form: "9-12", day: "2026-11-23", responses: 1 },
    ])
  })

  test("opening for reading needs an existing store", async () => {
    const source = await newSource(engine)
    expect(await refusal({ ...source, readOnly: true })).toMatchObject({ failure: "absent" })
    await opened(source)
    await opened({ ...source, readOnly: true })
  })
})

test("an SQLite store has no row numbers and refuses values of another type", async () => {
  const source = await newSource("sqlite")
  await opened(source)
  const { rows } = await sql<{ name: string; wr: number; strict: number }>`
    select name, wr, strict from pragma_table_list where schema = 'main' and name in ('response', 'token', 'deployment')
    order by name`.execute(rawly(source).db)
  expect(rows).toEqual(["deployment", "response", "token"].map((name) => ({ name, wr: 1, strict: 1 })))
})

test("long responses share pages in random order, and get no pages of their own in order of arrival", async () => {
  const source = await newSource("sqlite")
  const collection = await opened(source)
  const long = Array.from({ length: 200 }, (_, n) => arrival(`${n}`, { ciphertext: randomBytes(7 * 512 + 16) }))
  await collection.append(long, "2026-11-29")
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(rawly(source).db)
  expect(rows[0]?.page_count).toBeLessThan(150)
})

test("a dropped token leaves no bytes in the store's files", async () => {
  const source = await newSource("sqlite")
  const collection = await opened(source)
  const { hash } = arrival("old")
  await collection.append([arrival("old"), arrival("new")], "2026-11-21")
  const folder = dirname(source.dialect === "sqlite" ? source.file : "")
  const holding = () => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(hash))
  expect(holding(), "before it expires").not.toEqual([])
  await Effect.runPromise(collection.dropExpiredTokens("2026-11-22"))
  expect(holding()).toEqual([])
})

test("a file that is not a database and a missing folder are each named", async () => {
  const folder = newFolder()
  const { writeFileSync } = await import("node:fs")
  writeFileSync(
    `${folder}/notes.txt`,
    "this is no database at all, but a long enough text to be read as one".repeat(50),
  )
  expect(await refusal({ dialect: "sqlite", file: `${folder}/notes.txt` })).toMatchObject({ failure: "damaged" })
  expect(await refusal({ dialect: "sqlite", file: `${folder}/none/there.sqlite` })).toMatchObject({
    failure: "cannot-open",
  })
})

test("an unreachable PostgreSQL is named without its address", async () => {
  const error = await refusal({ dialect: "postgres", url: "postgres://someone:secret@127.0.0.1:1/none" })
  expect(error).toMatchObject({ failure: "unreachable" })
  expect(error.message).not.toContain("secret")
})

test("a band never shows a small number", () => {
  expect([0, 1, 9, 10, 19, 999, 1000, 1001, 12_345].map(band)).toEqual([
    "none",
    "fewer than 10",
    "fewer than 10",
    "10",
    "10",
    "990",
    "1,000",
    "1,000",
    "12,300",
  ])
})
