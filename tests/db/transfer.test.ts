/** Transfers each sealed response exactly once and unchanged, and leaves neither its rows nor its key behind. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { basename, dirname, join, relative } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Effect } from "effect"
import { sql } from "kysely"
import { describe, expect, test, vi } from "vitest"
import { dayOf } from "../../db/keys/civil-day.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keepKey, readKey } from "../../db/keys/key-file.ts"
import type { Step } from "../../db/transfer/progress.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { newKeyPair } from "../support/arrival.ts"
import { openedEvidence, rawEvidence } from "../support/evidence.ts"
import { atEnd, engines, opened, rawly } from "../support/store.ts"
import {
  append,
  certificates,
  done,
  leftIn,
  matchedSamples,
  ready,
  received,
  transferring,
} from "../support/transfer.ts"

const [first, second] = ["2026-03-02", "2026-03-03"]
const tags = ["web-server-emptied-at-close" as const]

const failure = (...args: Parameters<typeof transferring>) => Effect.runPromise(Effect.flip(transferring(...args)))
const flip = (bytes: Uint8Array): Uint8Array => bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte))

describe.each(engines)("a transfer on %s", { tags }, (engine) => {
  test("moves the answers of all six forms unchanged, and empties the collection", {
    tags: ["free-text-cleaned-before-analysis", "quality-checked-before-analysis", "responses-are-anonymous-and-final"],
  }, async () => {
    const samples = matchedSamples(150, 4)
    expect(new Set(samples.map(({ form }) => form)).size).toBe(formIds.length)
    const place = await ready(engine, { [first]: samples.slice(0, 90), [second]: samples.slice(90) })
    expect(await done(place)).toEqual({ finished: [first, second], refused: [] })
    expect(await received(place)).toEqual(place.sent)
    expect(await leftIn(place)).toBe(0)
    expect(await certificates(place)).toMatchObject([
      { of: first, responses: 90 },
      { of: second, responses: 60 },
    ])
    const { db } = rawEvidence(place.evidence)
    expect(await db.selectFrom("transferred").selectAll().execute()).toEqual([])
    expect((await db.selectFrom("retention").selectAll().execute()).map(({ given_on }) => given_on)).toEqual([
      first,
      second,
    ])
    const words = await db.selectFrom("quarantine").select("words").execute()
    const answers = (await db.selectFrom("kept_response").select("answers").execute())
      .map((each) => each.answers)
      .join()
    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((each) => each.words.includes(" ") && answers.includes(each.words))).toEqual([])
    await Effect.runPromise((await openedEvidence(place.evidence)).verify())
    expect(await done(place), "again").toEqual({ finished: [], refused: [] })
    expect(await received(place)).toEqual(place.sent)
  })

  test("keeps the key of an unfinished day, and the day open", async () => {
    const today = dayOf(Date.now())
    const [one, two] = [matchedSamples(20, 1), matchedSamples(20, 2)]
    const place = await ready(engine, { [today]: one })
    expect(await done(place)).toEqual({ finished: [], refused: [] })
    expect(await leftIn(place)).toBe(20)
    await done(place, undefined, "today")
    expect([await leftIn(place), (await received(place)).length]).toEqual([0, 20])
    expect(existsSync(privateKeyFile(place.dataDir, today))).toBe(true)
    const publicKey = place.publicKeys[today] ?? new Uint8Array()
    await append(await opened(place.collection), two, today, publicKey)
    await done(place, undefined, "today")
    expect([await leftIn(place), (await received(place)).length]).toEqual([0, 40])
    expect(await certificates(place)).toEqual([])
  })

  test("shuts a day that is over, so that no answer arrives for a destroyed key", async () => {
    const place = await ready(engine, { [first]: matchedSamples(5, 1) })
    await done(place)
    const publicKey = place.publicKeys[first] ?? new Uint8Array()
    expect(await append(await opened(place.collection), matchedSamples(1, 2), first, publicKey)).toEqual(["refused"])
    await expect(rawly(place.collection).db.deleteFrom("shut_day").execute()).rejects.toThrow("final")
  })

  test("leaves an altered row, moves the rest, and keeps the key", async () => {
    const place = await ready(engine, { [first]: matchedSamples(12, 3) })
    const { db } = rawly(place.collection)
    const row = await db.selectFrom("response").selectAll().executeTakeFirstOrThrow()
    await db.deleteFrom("response").where("key", "=", row.key).execute()
    await db
      .insertInto("response")
      .values({ ...row, ciphertext: flip(row.ciphertext) })
      .execute()
    const { finished, refused } = await done(place)
    expect(finished).toEqual([])
    expect(refused).toMatchObject([{ _tag: "CannotOpen", day: first }])
    expect([await leftIn(place), (await received(place)).length]).toEqual([1, 11])
    expect(existsSync(privateKeyFile(place.dataDir, first))).toBe(true)
  })

  test("opens no row with another day's key, and finishes the other days", async () => {
    const place = await ready(engine, { [first]: matchedSamples(9, 5), [second]: matchedSamples(9, 6) })
    const file = privateKeyFile(place.dataDir, first)
    const right = readKey(file) ?? new Uint8Array()
    rmSync(file)
    keepKey(file, (await newKeyPair()).privateKey)
    expect(await done(place)).toMatchObject({ finished: [second], refused: [{ _tag: "CannotOpen", day: first }] })
    expect([await leftIn(place), (await received(place)).length]).toEqual([9, 9])
    rmSync(file)
    expect(await failure(place)).toMatchObject({ _tag: "KeyMissing", day: first })
    expect(await leftIn(place)).toBe(9)
    keepKey(file, right)
    expect(await done(place)).toEqual({ finished: [first], refused: [] })
    expect(await received(place)).toEqual(place.sent)
  })

  test("does not start with a lost key, until the key is declared lost", async () => {
    const place = await ready(engine, { [first]: matchedSamples(9, 5), [second]: matchedSamples(9, 6) })
    rmSync(privateKeyFile(place.dataDir, second))
    expect(await failure(place)).toMatchObject({ _tag: "KeyMissing", day: second })
    expect([await leftIn(place), (await received(place)).length]).toEqual([18, 0])
    const known = { ...place, lost: [second] }
    expect(await done(known)).toMatchObject({ finished: [first], refused: [{ _tag: "KeyMissing", day: second }] })
    expect([await leftIn(place), (await received(place)).length]).toEqual([9, 9])
  })

  test("detects a lost, changed or added response, and then removes no row and no key", async () => {
    for (const harm of [
      "delete from quarantine",
      "update kept_response set imd_decile = 1 + imd_decile % 10 where imd_decile is not null",
      "update kept_response set place = 'unmatched' where place = 'not-answered'",
    ]) {
      const place = await ready(engine, { [first]: matchedSamples(60, 8) })
      await openedEvidence(place.evidence)
      const { db } = rawEvidence(place.evidence)
      const guards = { kept_response_is_final: "kept_response", words_stay_until_released: "quarantine" }
      for (const [trigger, table] of Object.entries(guards))
        await sql.raw(`drop trigger ${trigger}${engine === "postgres" ? ` on ${table}` : ""}`).execute(db)
      const progress = ({ kind }: Step) =>
        kind === "stored" ? Effect.promise(async () => void (await sql.raw(harm).execute(db))) : Effect.void
      expect(await failure(place, progress), harm).toMatchObject({ _tag: "NotAsSent", day: first })
      expect(await failure(place), `${harm}, and again`).toMatchObject({ _tag: "NotAsSent", day: first })
      expect(await leftIn(place), harm).toBe(60)
      expect(existsSync(privateKeyFile(place.dataDir, first))).toBe(true)
    }
  })

  test("reads the whole day again before it destroys the key", async () => {
    const place = await ready(engine, { [first]: matchedSamples(60, 18) })
    const { db } = rawEvidence(place.evidence)
    const guard = `words_stay_until_released${engine === "postgres" ? " on quarantine" : ""}`
    await sql.raw(`drop trigger ${guard}`).execute(db)
    const progress = ({ kind }: Step) =>
      kind === "removed" ? Effect.promise(() => sql`delete from quarantine`.execute(db)) : Effect.void
    const told = (step: Step) => Effect.asVoid(progress(step))
    for (const each of [told, undefined])
      expect(await failure(place, each)).toMatchObject({ _tag: "NotAsSent", day: first })
    expect(existsSync(privateKeyFile(place.dataDir, first))).toBe(true)
    expect(await certificates(place)).toEqual([])
  })

  test("leaves a row that opens but does not match its form", async () => {
    const stray = { ...matchedSamples(1, 1)[0], answers: { name: "x" } } as ReturnType<typeof matchedSamples>[number]
    const place = await ready(engine, { [first]: [...matchedSamples(9, 19), stray] })
    expect(await done(place)).toMatchObject({ finished: [], refused: [{ _tag: "FormMismatch", day: first }] })
    expect([await leftIn(place), (await received(place)).length]).toEqual([1, 9])
    expect(existsSync(privateKeyFile(place.dataDir, first))).toBe(true)
  })

  test("moves a duplicate row only once", async () => {
    const place = await ready(engine, { [first]: matchedSamples(6, 9) })
    const { db } = rawly(place.collection)
    const rows = await db.selectFrom("response").selectAll().execute()
    await db
      .insertInto("response")
      .values(rows.map((row) => ({ ...row, key: flip(row.key) })))
      .execute()
    expect(await done(place)).toEqual({ finished: [first], refused: [] })
    expect(await received(place)).toEqual(place.sent)
  })

  test("reports rows of a finished day from an old copy of the collection, which no key opens", async () => {
    const place = await ready(engine, { [first]: matchedSamples(6, 10) })
    const { db } = rawly(place.collection)
    const rows = await db.selectFrom("response").selectAll().execute()
    await done(place)
    const trigger = `response_before_its_day_is_shut${engine === "postgres" ? " on response" : ""}`
    await sql.raw(`drop trigger ${trigger}`).execute(db)
    await db.insertInto("response").values(rows).execute()
    expect(await done(place)).toMatchObject({ finished: [], refused: [{ _tag: "DayComplete", day: first }] })
    expect(await received(place)).toEqual(place.sent)
  })

  test("refuses a second transfer at the same time", async () => {
    const place = await ready(engine, { [first]: matchedSamples(6, 11) })
    const rivals: string[] = []
    const progress = ({ kind }: Step) =>
      kind === "stored" ? Effect.promise(async () => void rivals.push((await failure(place)).message)) : Effect.void
    expect(await done(place, progress)).toEqual({ finished: [first], refused: [] })
    expect(rivals).toEqual([
      "Another transfer or backup is running here. This one was not started. Wait until it has ended, then try again.",
    ])
  })

  test("quotes no answer in any message", async () => {
    const lines: unknown[] = []
    for (const each of ["log", "error", "warn", "info", "debug"] as const) {
      const spy = vi.spyOn(console, each).mockImplementation((...said: unknown[]) => void lines.push(said))
      atEnd(() => spy.mockRestore())
    }
    const place = await ready(engine, { [first]: matchedSamples(10, 12) })
    const told: Step[] = []
    await done(place, (step) => Effect.sync(() => void told.push(step)))
    expect(lines).toEqual([])
    expect(new Set(told.flatMap((step) => Object.keys(step)))).toEqual(new Set(["kind", "day", "responses"]))
  })
})

test("after a day's key is destroyed no file holds its rows or its keys", { tags }, async () => {
  const place = await ready("sqlite", { [first]: matchedSamples(300, 13) })
  const rows = await rawly(place.collection).db.selectFrom("response").selectAll().execute()
  const folder = dirname(place.collection.dialect === "sqlite" ? place.collection.file : "")
  const found = () => {
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
    return rows.filter(({ ciphertext }) => files.some((file) => file.includes(ciphertext.subarray(0, 48)))).length
  }
  expect(found()).toBe(rows.length)
  const key = readKey(privateKeyFile(place.dataDir, first)) ?? new Uint8Array()
  const left: number[] = []
  await done(place, ({ kind }) => Effect.sync(() => void (kind === "key-destroyed" && left.push(found()))))
  expect(left, "before any connection is closed").toEqual([0])
  const files = readdirSync(place.dataDir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const paths = files.map((each) => relative(place.dataDir, join(each.parentPath, each.name)))
  const backups = paths.filter((each) => each.startsWith(`backups/${first}/`))
  expect(backups.map((each) => basename(each))).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.sealed$/)])
  const rest = paths.filter((each) => !backups.includes(each)).sort()
  const retention = `retention-${first}.key`
  expect(rest).toEqual([`keys/private/${retention}`, `keys/public/${retention}`, "transfer.lock"])
  expect(files.filter((each) => readFileSync(join(each.parentPath, each.name)).includes(key))).toEqual([])
})

test("the key stays while another process reads removed rows, and a second transfer destroys it", {
  tags,
  timeout: 30_000,
}, async () => {
  const place = await ready("sqlite", { [first]: matchedSamples(20, 14) })
  const reader = new DatabaseSync(place.collection.dialect === "sqlite" ? place.collection.file : "")
  reader.exec("begin")
  reader.prepare("select count(*) from response").get()
  expect(await failure(place)).toMatchObject({ _tag: "NotEmptied", day: first })
  expect(existsSync(privateKeyFile(place.dataDir, first))).toBe(true)
  expect(await certificates(place)).toEqual([])
  reader.close()
  expect(await done(place)).toEqual({ finished: [first], refused: [] })
  expect(existsSync(privateKeyFile(place.dataDir, first))).toBe(false)
})

test("responses that arrive during a transfer are stored and stay", { tags }, async () => {
  const today = dayOf(Date.now())
  const place = await ready("sqlite", { [first]: matchedSamples(40, 15), [today]: matchedSamples(1, 16) })
  const service = await opened(place.collection)
  const publicKey = place.publicKeys[today] ?? new Uint8Array()
  const outcomes: unknown[] = []
  const come = Effect.promise(
    async () => void outcomes.push(...(await append(service, matchedSamples(1, 17), today, publicKey))),
  )
  expect(await done(place, () => come)).toEqual({ finished: [first], refused: [] })
  expect(new Set(outcomes)).toEqual(new Set(["stored"]))
  expect(await leftIn(place)).toBe(1 + outcomes.length)
})
