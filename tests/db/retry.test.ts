/** Retries conflicts and dropped connections on PostgreSQL, without loss and without duplicates. */
import { setTimeout as delay } from "node:timers/promises"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { arrival } from "../support/arrival.ts"
import { newSource, opened, rawly } from "../support/store.ts"

const expires = "2026-11-29"

const postgres = async () => {
  const source = await newSource("postgres")
  const collection = await opened(source)
  const { db } = rawly(source)
  const held = async () =>
    Number((await db.selectFrom("response").select(db.fn.countAll().as("held")).executeTakeFirstOrThrow()).held)
  return { collection, db, held }
}

test("writes are retried when a fifth of them fail to serialize", async () => {
  const { collection, db, held } = await postgres()
  await sql`create function fails() returns trigger language plpgsql as $$ begin
    if random() < 0.2 then raise exception 'conflict' using errcode = '40001'; end if; return null; end $$`.execute(db)
  await sql`create trigger fails after insert on response for each statement execute function fails()`.execute(db)
  const outcomes = []
  for (let group = 0; group < 60; group++)
    outcomes.push(...(await collection.append([arrival(`${group}-a`), arrival(`${group}-b`)], expires)))
  const stored = outcomes.filter((outcome) => outcome === "stored").length
  expect(stored).toBeGreaterThan(110)
  expect(outcomes.filter((outcome) => outcome === "refused")).toEqual([])
  expect(await held()).toBe(stored)
})

test("a lasting conflict is reported as unavailable, not as refused, and stores nothing", async () => {
  const { collection, db, held } = await postgres()
  await sql`create function fails() returns trigger language plpgsql as $$ begin
    raise exception 'conflict' using errcode = '40P01'; end $$`.execute(db)
  await sql`create trigger fails after insert on response for each statement execute function fails()`.execute(db)
  expect(await collection.append([arrival("a"), arrival("b")], expires)).toEqual(["unavailable", "unavailable"])
  await sql`drop trigger fails on response`.execute(db)
  expect(await held()).toBe(0)
  expect(await collection.append([arrival("a"), arrival("b")], expires)).toEqual(["stored", "stored"])
})

test("connections that the server keeps dropping neither lose nor duplicate a response", async () => {
  const { collection, db, held } = await postgres()
  const drop = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(db)
  const acknowledged = new Set<string>()
  for (let group = 0; group < 80; group++) {
    const ids = [`${group}-a`, `${group}-b`, `${group}-c`]
    const appending = collection.append(
      ids.map((id) => arrival(id)),
      expires,
    )
    // One to three drops while the group is stored, so that a slow machine, too, gets past them.
    for (let drops = 0; drops <= group % 3; drops++) {
      await delay(Math.random() * 8)
      await drop()
    }
    const outcomes = await appending
    for (const [index, id] of ids.entries())
      if (outcomes[index] === "stored" || outcomes[index] === "already-stored") acknowledged.add(id)
    expect(outcomes).not.toContain("refused")
  }
  const retried = await collection.append(
    Array.from({ length: 80 }, (_, group) => ["a", "b", "c"].map((part) => arrival(`${group}-${part}`))).flat(),
    expires,
  )
  expect(retried).not.toContain("unavailable")
  expect(await held()).toBe(240)
  expect(acknowledged.size).toBeGreaterThan(200)
})
