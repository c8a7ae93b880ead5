/** Scans the files and the log of a real PostgreSQL: no answer in plain text, and remains of a destroyed day are found. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { wordsIn } from "../../db/residue/planted-words.ts"
import { scanWith } from "../../db/residue/scan.ts"
import { sealedRowsIn } from "../../db/residue/sealed-rows.ts"
import { jobsWith } from "../../db/residue/threads.ts"
import type { Matched } from "../../policy/response/stage.ts"
import { collectionSource, evidenceFile, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { dayKeys } from "../support/day-keys.ts"
import { dataFolder as data, newDatabase } from "../support/postgres.ts"
import { newFolder, opened, rawly } from "../support/store.ts"
import { append, leftIn, matchedSamples } from "../support/transfer.ts"

const tags = ["postcode-destroyed-after-matching" as const, "web-server-emptied-at-close" as const]
const isFull = process.env["FULL"] === "1"
/** Used by no other test on this server. */
const day = "2025-03-09"
const planted = `Ottoline Quell ${crypto.randomUUID()}`

const withPlanted = (response: Matched): Matched =>
  JSON.parse(JSON.stringify(response).replaceAll(/"text":"[^"]*"/g, `"text":${JSON.stringify(planted)}`))

const plantedIn = wordsIn([planted])
/** Ignores postcodes: the server also holds the databases of other tests, with the made-up geography. */
const find = (bytes: Buffer) => [...plantedIn(bytes), ...sealedRowsIn(bytes, [day])]
const search = { everything: find, pages: find, sealed: find }

const looked = async (...folders: readonly string[]) => {
  const { found, unread } = await scanWith({ paths: folders }, () => jobsWith(search))
  expect(unread).toEqual([])
  return { what: [...new Set(found.map(({ what }) => what))], files: found.map(({ file }) => file) }
}

/** After a complete run the server holds gigabytes, the databases of all other tests. */
const patience = isFull ? 900_000 : 60_000

test("the data directory and the WAL of PostgreSQL hold no answer in plain text", {
  tags,
  timeout: patience,
}, async () => {
  const databaseUrl = await newDatabase()
  const storage: StorageSettings = { mode: "rehearsal", dataDir: newFolder(), databaseUrl }
  const { db } = rawly(collectionSource(storage))
  const flushed = () => sql`checkpoint`.execute(db)
  const { rows } = await sql<{ oid: number }>`select oid from pg_database where datname = current_database()`.execute(
    db,
  )
  const own = join(data, "base", `${rows[0]?.oid}`)
  const log = isFull ? [join(data, "pg_wal")] : []
  const everywhere = isFull ? data : own

  const keys = await dayKeys(storage.dataDir, day)
  const answers = matchedSamples(40, 3).map(withPlanted)
  expect(JSON.stringify(answers)).toContain(planted)
  await append(await opened(collectionSource(storage)), answers, day, keys[day] ?? new Uint8Array())
  await flushed()
  expect((await looked(own, ...log)).what).toEqual(["sealed row"])

  expect(await ask(storage, "transfer", "--today")).toBe(0)
  await flushed()
  expect(existsSync(evidenceFile(storage.dataDir))).toBe(true)
  expect(await leftIn({ collection: collectionSource(storage) })).toBe(0)
  expect((await looked(everywhere)).what).toEqual(["sealed row"])

  await sql`create table leak (words text)`.execute(db)
  await sql`insert into leak values (${planted})`.execute(db)
  await sql`delete from leak`.execute(db)
  await flushed()
  const { what, files } = await looked(own, ...log)
  expect(what).toContain("planted word")
  expect(files.some((file) => file.startsWith(own))).toBe(true)
  for (const folder of log) expect(files.some((file) => file.startsWith(folder))).toBe(true)
})
