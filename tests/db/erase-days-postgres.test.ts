/** A day is destroyed in PostgreSQL only when no session can read its rows any more, and no copy is left in the database. */
import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { Effect } from "effect"
import { Client } from "pg"
import { expect, test } from "vitest"
import { destroyedFile } from "../../db/backup/retention-key.ts"
import { keepLook, runRetentionClock } from "../../db/custody/clock.ts"
import type { CustodyContext } from "../../db/custody/context.ts"
import { evidenceMigrations } from "../../db/evidence/migrations/migrate.ts"
import { schemaFaults } from "../../db/inspection/schema-faults.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import { openedEvidence, rawEvidence } from "../support/evidence.ts"
import { keepRows, keptRow } from "../support/kept-responses.ts"
import { World } from "../support/policy/histories.ts"
import { day, digest, midday } from "../support/policy/team.ts"
import { newDatabase } from "../support/postgres.ts"
import { atEnd, newFolder } from "../support/store.ts"
import { matchedSamples } from "../support/transfer.ts"

const tags = ["retention-reviewed-after-two-years" as const]
const [given, stays] = ["2027-04-20", "2027-05-20"] as const
const samples = matchedSamples(40, 3)

const session = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  atEnd(() => client.end())
  return client
}

/** Two days in a store: at the next look of the clock, the first is destroyed. */
const overdue = async () => {
  const url = await newDatabase()
  const source = { dialect: "postgres", url } as const
  const rows = [given, stays].flatMap((of) => samples.map((sample) => keptRow(sample, of)))
  await keepRows(source, rows, { days: [given, stays] })
  const [row] = rows
  const words = { response: row?.id ?? new Uint8Array(), question: "hope-most", words: "to live by the sea" }
  await rawEvidence(source).db.insertInto("quarantine").values(words).execute()
  const world = new World(midday("2029-04-21"), "always")
  const [evidence, dataDir] = [await openedEvidence(source), newFolder()]
  mkdirSync(join(dataDir, "keys"))
  const context: CustodyContext = { evidence, sources: [source], dataDir, keys: keysInFolder(dataDir) }
  for (const of of [day(given), day(stays)]) {
    const body = { of, on: day("2027-05-21"), responses: 0 as never, digest: digest("all") }
    await Effect.runPromise(evidence.arrivals.markVerified(of))
    await Effect.runPromise(evidence.arrivals.complete(of, { kind: "day-transferred", body }))
  }
  const look = async (on: string) => {
    await Effect.runPromise(keepLook(dataDir, day(on)))
    world.instant = midday(on)
    return world.runLater(runRetentionClock(context))
  }
  await look("2029-04-21")
  return { url, context, destroy: () => look("2029-05-23"), certificate: destroyedFile(dataDir, given) }
}

const reading = "begin isolation level repeatable read; select 1"

test("a session that reads on, or a copy of the rows, refuses the destruction without a certificate", {
  tags,
  timeout: 120_000,
}, async () => {
  const { url, destroy, certificate } = await overdue()
  const [reader, copier] = [await session(url), await session(url)]
  await copier.query("create table copied as select * from kept_response")
  await reader.query(reading)
  expect(await destroy()).toMatchObject({ failure: { _tag: "StoreInUse" } })
  await reader.query("rollback")
  expect(await destroy()).toMatchObject({ failure: { _tag: "StillReadable", inDatabase: true } })
  expect(existsSync(certificate)).toBe(false)
  await copier.query("drop table copied")
  expect(await destroy()).toMatchObject({ success: { destroyed: [given] } })
  expect(existsSync(certificate)).toBe(true)
})

test("the destruction waits for a session that ends, and for no other database of the server", {
  tags,
  timeout: 120_000,
}, async () => {
  const { url, context, destroy } = await overdue()
  const [brief, elsewhere] = [await session(url), await session(await newDatabase())]
  // What a transaction of any database is older than, VACUUM FULL alone would keep.
  await elsewhere.query("begin; create table unfinished ()")
  await brief.query(reading)
  await brief.query("select count(*) from kept_response")
  const ended = delay(700).then(() => brief.query("commit"))
  expect(await destroy()).toMatchObject({ success: { destroyed: [given] } })
  await ended
  const { rows } = await elsewhere.query("select 1 as open")
  expect(rows).toEqual([{ open: 1 }])
  expect(await Effect.runPromise(context.evidence.answers.left([stays]))).toBe(samples.length)
})

test("PostgreSQL's statistics hold no answer; switched on, the audit says so, and what they held is dropped", {
  tags,
  timeout: 120_000,
}, async () => {
  const { url, destroy } = await overdue()
  const [own, connection] = [await session(url), rawEvidence({ dialect: "postgres", url })]
  const altered = async () => {
    const faults = await schemaFaults("evidence", connection)
    return "seen" in faults ? faults.seen.map(({ table, name, is }) => `${table}.${name} ${is}`).sort() : faults
  }
  const inStatistics = async () => {
    const { rows } = await own.query<{ tablename: string }>(
      "select distinct tablename from pg_stats where tablename in ('kept_response', 'quarantine', 'retention')",
    )
    return rows.map(({ tablename }) => tablename).sort()
  }
  await own.query("insert into quarantine select id, 'life-change', 'a dog' from kept_response")
  await own.query("analyze")
  expect(await inStatistics()).toEqual(["retention"])
  await own.query("alter table kept_response alter answers set statistics -1, alter id set statistics -1")
  await own.query("alter table quarantine alter words set statistics -1")
  await own.query("analyze")
  expect(await inStatistics()).toEqual(["kept_response", "quarantine", "retention"])
  expect(await altered()).toEqual([
    "kept_response.answers altered",
    "kept_response.id altered",
    "quarantine.words altered",
  ])
  await evidenceMigrations("postgres")["012-no-statistics"]?.up(connection.db)
  expect([await inStatistics(), await altered()]).toEqual([["retention"], []])
  expect(await destroy()).toMatchObject({ success: { destroyed: [given] } })
})
