/** `ask -- transfer` tells bands and days alone, says what it refuses and why, and the report sees what has arrived. */
import { existsSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { Effect, Stream } from "effect"
import { sql } from "kysely"
import { expect, test, vi } from "vitest"
import { connect } from "../../db/connect.ts"
import { ledger } from "../../db/evidence/migrations/001-ledger.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keepKey } from "../../db/keys/key-file.ts"
import { collectionSource, evidenceFile, evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { newKeyPair } from "../support/arrival.ts"
import { ask } from "../support/ask.ts"
import { errorOf, heard } from "../support/command-output.ts"
import { newEvidenceSource, openedEvidence, rawEvidence } from "../support/evidence.ts"
import { allRows, atEnd, newFolder, opened, rawly } from "../support/store.ts"
import { append, matchedSamples } from "../support/transfer.ts"

const day = "2026-03-02"
const tags = ["web-server-emptied-at-close" as const]

const withAnswers = async (count: number): Promise<StorageSettings> => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  const { publicKey, privateKey } = await newKeyPair()
  keepKey(privateKeyFile(storage.dataDir, day), privateKey)
  await append(await opened(collectionSource(storage)), matchedSamples(count, 3), day, publicKey)
  return storage
}

const printed = async (storage: StorageSettings, ...options: string[]) => {
  const { code, out, error } = await heard(() => ask(storage, "transfer", ...options))
  return { code, out: out.join("\n"), error: errorOf({ error }) }
}

test("one line, in bands, and no exact number", { tags }, async () => {
  const storage = await withAnswers(47)
  const said = "Transferred in rehearsal: 40 answers arrived; 1 day complete, with every private key destroyed."
  expect(await printed(storage)).toEqual({ code: 0, out: said, error: "" })
  expect(existsSync(privateKeyFile(storage.dataDir, day))).toBe(false)
  expect((await printed(storage)).out).toContain("no answers arrived; no day complete.")
})

test("the same into a PostgreSQL of the evidence team's own, and no file is made for it", { tags }, async () => {
  const source = await newEvidenceSource("postgres")
  const evidenceUrl = source.dialect === "postgres" ? source.url : undefined
  const storage: StorageSettings = { ...(await withAnswers(12)), evidenceUrl }
  expect(await printed(storage)).toMatchObject({ code: 0, error: "" })
  const { arrivals } = await openedEvidence(source)
  expect((await Effect.runPromise(arrivals.counts)).reduce((sum, { responses }) => sum + responses, 0)).toBe(12)
  expect(existsSync(evidenceFile(storage.dataDir))).toBe(false)
})

test("where there is no store yet nothing is made", { tags }, async () => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  const { code, error } = await printed(storage)
  expect(code).toBe(1)
  expect(error).toContain("Make it with npm start")
  expect(readdirSync(storage.dataDir)).toEqual([])
})

test("status distinguishes sealed from transferred responses, in bands", { tags }, async () => {
  const storage = await withAnswers(47)
  await printed(storage)
  const log = vi.spyOn(console, "log")
  const said: string[] = []
  log.mockImplementation((line: string) => void said.push(line))
  expect(await ask(storage, "status")).toBe(0)
  log.mockRestore()
  const [sealed, arrived] = said.join("\n").split("\n\n")
  expect(sealed).toMatch(/^Answers held in rehearsal, in bands:[\s\S]*all days +none/)
  expect(arrived).toMatch(/^Answers in the evidence store, in bands:[\s\S]*2026-03-02 +(fewer than 10|10|20)/)
  expect(arrived).not.toMatch(/\b47\b/)
})

test("status says loudly which day's key is lost", { tags }, async () => {
  const storage = await withAnswers(5)
  const complain = vi.spyOn(console, "error")
  vi.spyOn(console, "log").mockImplementation(() => undefined)
  const said: string[] = []
  complain.mockImplementation((line: string) => void said.push(line))
  atEnd(() => vi.restoreAllMocks())
  await ask(storage, "status")
  expect(said).toEqual([])
  rmSync(privateKeyFile(storage.dataDir, day))
  await ask(storage, "status")
  expect(said.join()).toContain(`The private key of ${day} is LOST`)
})

test("a day that cannot be done is named with what to do, and the code says so", { tags }, async () => {
  const storage = await withAnswers(5)
  await opened(collectionSource(storage))
  rmSync(privateKeyFile(storage.dataDir, day))
  const { code, error } = await printed(storage)
  expect(code).toBe(1)
  expect(error).toContain(`The private key of ${day} is missing`)
  expect((await printed(storage, "--everything")).code).toBe(2)
})

test("an evidence store of an older version is left as it is until it may be upgraded", { tags }, async () => {
  const storage = await withAnswers(5)
  const older = connect<never>(evidenceSource(storage))
  await ledger("sqlite").up(older.db)
  await sql
    .raw("create table evidence_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)")
    .execute(older.db)
  await sql.raw("insert into evidence_migration values ('001-ledger', '2026-01-01')").execute(older.db)
  await older.db.destroy()
  const { db } = rawEvidence(evidenceSource(storage))
  const begun = await openedEvidence({ dialect: "sqlite", file: join(newFolder(), "new.sqlite") })
  const [first] = await Effect.runPromise(Stream.runCollect(begun.ledger))
  if (first === undefined) throw new Error("a ledger has a beginning")
  await db.insertInto("ledger").values(first).execute()
  const { code, error, out } = await printed(storage)
  expect({ code, out }).toEqual({ code: 1, out: "" })
  expect(error).toContain("An older version made this evidence store")
  expect(existsSync(privateKeyFile(storage.dataDir, day))).toBe(true)
  expect(await allRows(rawly(collectionSource(storage)))).toHaveLength(5)
  expect(await sql.raw("select * from evidence_migration").execute(db)).toMatchObject({ rows: { length: 1 } })
  expect((await printed(storage, "--upgrade")).code).toBe(0)
})

test("a store of live takes no answer of a rehearsal", { tags }, async () => {
  const storage = await withAnswers(5)
  await openedEvidence(evidenceSource(storage), { mode: "live" })
  const { code, error } = await printed(storage)
  expect(code).toBe(1)
  expect(error).toContain("This store belongs to live")
  expect(existsSync(privateKeyFile(storage.dataDir, day))).toBe(true)
})
