/** Mixes what arrived, so that neither the files nor the system columns of a store show the order of arrival or pair a token with a row. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Effect } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { backUp } from "../../db/backup/backup.ts"
import { restore } from "../../db/backup/restore.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import { arrival, nonceOf } from "../support/arrival.ts"
import { rankCorrelation } from "../support/rank-correlation.ts"
import { allRows, type Engine, engines, newFolder, newSource, opened, rawly } from "../support/store.ts"

const expires = "2026-11-29"
const full = process.env["FULL"] === "1"
const rows = 1_000
/** Enough that the order of a thousand rows by chance stays below it. */
const bound = 0.1

const idsOf = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${index}`)

/** Appends singly, as lone children send, and mixes now and then as the writer does. */
const filled = async (engine: Engine, count: number, mixEvery: number) => {
  const source = await newSource(engine)
  const collection = await opened(source)
  for (const [index, id] of idsOf(count).entries()) {
    await collection.append([arrival(id)], expires)
    if ((index + 1) % mixEvery === 0) await Effect.runPromise(collection.mix)
  }
  await Effect.runPromise(collection.mix)
  return { source, collection, connection: rawly(source) }
}

/** Where each of these byte strings is in a file, the last place first found. */
const placesIn = (bytes: Buffer, sought: readonly Uint8Array[]): readonly number[] =>
  sought.map((each) => bytes.indexOf(each))

const correlationOf = (places: readonly number[]): number =>
  rankCorrelation(
    places.map((_, index) => index),
    places,
  )

const nonces = (count: number) => idsOf(count).map((id) => nonceOf(id))
const hashes = (count: number) => idsOf(count).map((id) => arrival(id).hash)

describe.each(engines)("mixing on %s", (engine) => {
  test("keeps every response once, under a new key, and every token", async () => {
    const { connection, collection } = await filled(engine, 60, 7)
    const held = await allRows(connection)
    expect(held.map(({ nonce }) => Buffer.from(nonce).toString("hex")).sort()).toEqual(
      nonces(60)
        .map((nonce) => Buffer.from(nonce).toString("hex"))
        .sort(),
    )
    expect(await connection.db.selectFrom("response").selectAll().execute()).toEqual([])
    expect(await connection.db.selectFrom("token").selectAll().execute()).toHaveLength(60)
    expect(await collection.append([arrival("7"), arrival("new")], expires)).toEqual(["already-stored", "stored"])
    expect(await Effect.runPromise(collection.counts)).toEqual([{ form: "9-12", day: "2026-11-22", responses: 61 }])
  })

  test("leaves responses of each day in the table of their day, and ends with days that are shut or closed", async () => {
    const { collection, connection } = await filled(engine, 5, 100)
    await collection.append([arrival("late", { day: "2026-11-23" })], expires)
    await Effect.runPromise(collection.shutDay("2026-11-22"))
    const days = async (table: string) =>
      (await sql<{ day: string }>`select day from ${sql.table(table)}`.execute(connection.db)).rows
    expect(await days("response_20261122")).toHaveLength(5)
    expect(await days("response_20261123")).toEqual([{ day: "2026-11-23" }])
    expect(await Effect.runPromise(collection.clearDay("2026-11-22")), "it is not empty").toBe(false)
    expect(await allRows(connection)).toHaveLength(6)
  })
})

test("after mixing, the files of an SQLite store do not show the order of responses or of tokens", async () => {
  const { source } = await filled("sqlite", rows, 37)
  const file = source.dialect === "sqlite" ? source.file : ""
  expect(readFileSync(`${file}-wal`)).toHaveLength(0)
  const bytes = readFileSync(file)
  const byRow = placesIn(bytes, nonces(rows))
  const byToken = placesIn(bytes, hashes(rows))
  expect(Math.min(...byRow, ...byToken), "all are there").toBeGreaterThan(0)
  expect(Math.abs(correlationOf(byRow)), "rows").toBeLessThanOrEqual(bound)
  expect(Math.abs(correlationOf(byToken)), "tokens").toBeLessThanOrEqual(bound)
  expect(Math.abs(rankCorrelation(byRow, byToken)), "rows against tokens").toBeLessThanOrEqual(bound)
})

test("within a page, the place of a response does not show whether it came before or after its neighbours", async () => {
  const { source } = await filled("sqlite", rows, 37)
  const bytes = readFileSync(source.dialect === "sqlite" ? source.file : "")
  const page = 16_384
  const pages = Map.groupBy(placesIn(bytes, nonces(rows)).entries(), ([, at]) => Math.floor(at / page))
  let [before, after] = [0, 0]
  for (const held of pages.values())
    for (const [one, at] of held)
      for (const [other, elsewhere] of held) if (one < other) at < elsewhere ? before++ : after++
  expect(before + after).toBeGreaterThan(2_000)
  expect(Math.abs(before - after) / (before + after)).toBeLessThanOrEqual(bound)
})

test("before mixing, the same look at the same files does show the order", async () => {
  const source = await newSource("sqlite")
  const collection = await opened(source)
  for (const id of idsOf(200)) await collection.append([arrival(id)], expires)
  const log = readFileSync(`${source.dialect === "sqlite" ? source.file : ""}-wal`)
  expect(correlationOf(placesIn(log, nonces(200)))).toBeGreaterThan(0.8)
})

/** The rows of a table of a restored collection, in the order in which its file has them. */
const inFile = (file: string, table: string, column: string): readonly string[] => {
  const database = new DatabaseSync(file, { readOnly: true })
  const found = database.prepare(`select hex(${column}) as it from ${table}`).all()
  database.close()
  return found.map(({ it }) => String(it).toLowerCase())
}

test("hourly backups, each opened and compared with the one before, show no order within an hour and pair nothing", {
  tags: ["responses-are-anonymous-and-final"],
}, async () => {
  const [hours, anHour] = [5, 200]
  const [source, dataDir] = [await newSource("sqlite"), newFolder()]
  const collection = await opened(source)
  const file = source.dialect === "sqlite" ? source.file : ""
  const keys = keysInFolder(dataDir)
  const all = idsOf(hours * anHour)
  const seen = { rows: new Set<string>(), tokens: new Set<string>() }
  const orders: { readonly rows: number; readonly tokens: number; readonly pairs: number }[] = []
  for (let hour = 0; hour < hours; hour++) {
    const ids = all.slice(hour * anHour, (hour + 1) * anHour)
    for (const [index, id] of ids.entries()) {
      await collection.append([arrival(id)], expires)
      // The last of an hour has just come, alone, as the backup is made.
      if (index % 37 === 0 || index === anHour - 2) await Effect.runPromise(collection.mix)
    }
    const folder = newFolder()
    const whole = { mode: "rehearsal", dataDir, keys, files: { collection: file }, folder } as const
    await Effect.runPromise(Effect.scoped(backUp(whole)))
    const again = join(newFolder(), "collection.sqlite")
    const files = { collection: again, evidence: `${again}.none` }
    await Effect.runPromise(restore({ mode: "rehearsal", dataDir: join(again, ".."), keys, folder, files }))
    expect(inFile(again, "arrived_token", "hash"), "the newest token is marked nowhere").toEqual([])
    const rows = [...inFile(again, "response_20261122", "nonce"), ...inFile(again, "response", "nonce")]
    const tokens = inFile(again, "token", "hash")
    const fresh = { rows: rows.filter((it) => !seen.rows.has(it)), tokens: tokens.filter((it) => !seen.tokens.has(it)) }
    expect([fresh.rows.length, fresh.tokens.length]).toEqual([anHour, anHour])
    const byRow = ids.map((id) => fresh.rows.indexOf(Buffer.from(nonceOf(id)).toString("hex")))
    const byToken = ids.map((id) => fresh.tokens.indexOf(Buffer.from(arrival(id).hash).toString("hex")))
    orders.push({
      rows: correlationOf(byRow),
      tokens: correlationOf(byToken),
      pairs: rankCorrelation(byRow, byToken),
    })
    for (const it of rows) seen.rows.add(it)
    for (const it of tokens) seen.tokens.add(it)
  }
  for (const name of ["rows", "tokens", "pairs"] as const)
    expect(Math.abs(orders.reduce((sum, order) => sum + order[name], 0) / hours), name).toBeLessThanOrEqual(bound)
})

interface Place {
  readonly it: Uint8Array
  readonly xmin: string
  readonly ctid: string
}

const ofCtid = (ctid: string): number => {
  const [page = 0, line = 0] = ctid.replaceAll(/[()]/g, "").split(",").map(Number)
  return page * 10_000 + line
}

test("after mixing, the system columns of PostgreSQL show neither order nor pairs", async () => {
  const count = full ? rows : 400
  const { connection } = await filled("postgres", count, Math.ceil(count / 20))
  const places = async (table: string, column: string, sought: readonly Uint8Array[]) => {
    const { rows: found } = await sql<Place>`select ${sql.ref(column)} as it, xmin::text as xmin, ctid::text as ctid
      from ${sql.table(table)}`.execute(connection.db)
    const byBytes = new Map(found.map((each) => [Buffer.from(each.it).toString("hex"), each]))
    return sought.flatMap((each) => byBytes.get(Buffer.from(each).toString("hex")) ?? [])
  }
  const responses = await places("response_20261122", "nonce", nonces(count))
  const tokens = await places("token", "hash", hashes(count))
  expect([responses.length, tokens.length]).toEqual([count, count])
  const noise = full ? bound : 0.15
  expect(Math.abs(correlationOf(responses.map(({ ctid }) => ofCtid(ctid)))), "ctid").toBeLessThanOrEqual(noise)
  expect(Math.abs(correlationOf(responses.map(({ xmin }) => Number(xmin)))), "xmin").toBeLessThanOrEqual(noise)
  expect(Math.abs(correlationOf(tokens.map(({ xmin }) => Number(xmin)))), "tokens").toBeLessThanOrEqual(noise)
  const alone = new Set(
    responses
      .filter(({ xmin }) => responses.filter((other) => other.xmin === xmin).length === 1)
      .map(({ xmin }) => xmin),
  )
  expect(tokens.filter(({ xmin }) => alone.has(xmin))).toEqual([])
})

test("where a day is too large to be mixed whole, the shelves of its responses do not show the order", {
  skip: !full,
  timeout: 300_000,
}, async () => {
  const source = await newSource("sqlite")
  const collection = await opened(source)
  const count = 20_000
  for (let from = 0; from < count; from += 200) {
    const group = Array.from({ length: 200 }, (_, index) => arrival(`${from + index}`))
    await collection.append(group, expires)
    await Effect.runPromise(collection.mix)
  }
  const held = new Map(
    (await allRows(rawly(source))).map(({ key, nonce }) => [
      Buffer.from(nonce).toString("hex"),
      Number(Buffer.from(key).readBigUInt64BE()),
    ]),
  )
  const shelves = nonces(count).map((nonce) => held.get(Buffer.from(nonce).toString("hex")) ?? 0)
  expect(Math.abs(correlationOf(shelves))).toBeLessThanOrEqual(bound)
})
