/** What a real PostgreSQL leaves in its files and its log: never an answer in clear, and what it keeps of a destroyed day is told. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { keepDayKeys } from "../../db/keys/day-keys.ts"
import { scan } from "../../db/residue/scan.ts"
import { sealedRowsIn } from "../../db/residue/sealed-rows.ts"
import type { Find } from "../../db/residue/trace.ts"
import { wordsIn } from "../../db/residue/words.ts"
import type { Matched } from "../../policy/stage.ts"
import { transfer } from "../../src/commands/transfer.ts"
import { collectionSource, evidenceFile, type Place } from "../../src/launcher/place.ts"
import { dataFolder as data, newDatabase } from "../support/postgres.ts"
import { newFolder, opened, rawly } from "../support/store.ts"
import { append, leftIn, matchedSamples } from "../support/transfer.ts"

const tags = ["postcode-destroyed-after-matching" as const, "web-server-emptied-at-close" as const]
const isFull = process.env["FULL"] === "1"
/** Of no other test that shares the server. */
const day = "2025-03-09"
const planted = `Ottoline Quell ${crypto.randomUUID()}`

const withPlanted = (response: Matched): Matched =>
  JSON.parse(JSON.stringify(response).replaceAll(/"text":"[^"]*"/g, `"text":${JSON.stringify(planted)}`))

const plantedIn = wordsIn([planted])
/** Postcodes are left out: every test's databases lie on this server, made-up geography and all. */
const find: Find = (bytes) => [...plantedIn(bytes), ...sealedRowsIn(bytes.toString("latin1"), [day])]

const looked = (...folders: readonly string[]) => {
  const { found, unread } = scan(folders, find)
  expect(unread).toEqual([])
  return { what: [...new Set(found.map(({ what }) => what))], files: found.map(({ file }) => file) }
}

/** Every other test of a whole run leaves its databases here, which then are gigabytes. */
const patience = isFull ? 900_000 : 60_000

test("its data directory and WAL", { tags, timeout: patience }, async () => {
  const databaseUrl = await newDatabase()
  const place: Place = { mode: "rehearsal", dataDir: newFolder(), databaseUrl }
  const { db } = rawly(collectionSource(place))
  const flushed = () => sql`checkpoint`.execute(db)
  const { rows } = await sql<{ oid: number }>`select oid from pg_database where datname = current_database()`.execute(
    db,
  )
  const own = join(data, "base", `${rows[0]?.oid}`)
  const log = isFull ? [join(data, "pg_wal")] : []
  const everywhere = isFull ? data : own

  const keys = await keepDayKeys(place.dataDir, day)
  const answers = matchedSamples(40, 3).map(withPlanted)
  expect(JSON.stringify(answers)).toContain(planted)
  await append(await opened(collectionSource(place)), answers, day, keys[day] ?? new Uint8Array())
  await flushed()
  expect(looked(own, ...log).what).toEqual(["sealed row"])

  expect(await transfer(place, ["--today"])).toBe(0)
  await flushed()
  expect(existsSync(evidenceFile(place.dataDir))).toBe(true)
  expect(await leftIn({ collection: collectionSource(place) })).toBe(0)
  expect(looked(everywhere).what).toEqual(["sealed row"])

  await sql`create table leak (words text)`.execute(db)
  await sql`insert into leak values (${planted})`.execute(db)
  await sql`delete from leak`.execute(db)
  await flushed()
  const { what, files } = looked(own, ...log)
  expect(what).toContain("planted word")
  expect(files.some((file) => file.startsWith(own))).toBe(true)
  for (const folder of log) expect(files.some((file) => file.startsWith(folder))).toBe(true)
})
