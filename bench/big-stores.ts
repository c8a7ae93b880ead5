/** Tries both kinds of store with as many answers as there are children in England: each statement takes seconds, or shows progress. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "effect"
import { sql } from "kysely"
import { type Collection, openCollection } from "../db/collection/collection.ts"
import { dayTableOf, makeDayTable } from "../db/collection/day-tables.ts"
import type { CollectionTables } from "../db/collection/schema.ts"
import { connect, type Source } from "../db/connect.ts"
import { type Evidence, openEvidence } from "../db/evidence/evidence.ts"
import { readDetector } from "../db/free-text/read-detector.ts"
import { privateKeyFile } from "../db/keys/day-keys.ts"
import { keepKey } from "../db/keys/key-file.ts"
import { keysInFolder } from "../db/keys/private-keys.ts"
import { transfer } from "../db/transfer/transfer.ts"
import { newKeyPair } from "../tests/support/arrival.ts"
import { keepRows, keptRow } from "../tests/support/kept-responses.ts"
import { newDatabase } from "../tests/support/postgres.ts"
import { append, matchedSamples } from "../tests/support/transfer.ts"
import { publish } from "./report.ts"

const size = Number(process.env["BENCH_SIZE"] ?? 12_000_000)
/** Of the fullest day there could be, which is transferred. */
const aDay = Number(process.env["BENCH_DAY"] ?? 5_000)
const longest = 10
const engines = (process.env["BENCH_ENGINES"] ?? "sqlite,postgres").split(",")
const folder = mkdtempSync(join(process.env["BENCH_FOLDER"] ?? tmpdir(), "big-ask-bench-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

const fullDays = Array.from({ length: 30 }, (_, index) => `2026-03-${String(index + 1).padStart(2, "0")}`)
const [moved, expires] = ["2026-04-02", "2099-01-01"]
const perDay = Math.ceil(size / fullDays.length)
const most = { sqlite: 50_000, postgres: 50_000 }

/** The length of a sealed answer, as half of all are at most. */
const sealedLength = 1_024 + 16

const bytes = {
  sqlite: (length: number) => `randomblob(${length})`,
  postgres: (length: number) => `decode(repeat(md5(random()::text), ${Math.ceil(length / 16)}), 'hex')`,
}
const exactly = (dialect: Source["dialect"], length: number): string =>
  dialect === "sqlite" ? bytes.sqlite(length) : `substring(${bytes.postgres(length)} from 1 for ${length})`

const numbers = (dialect: Source["dialect"], from: number, count: number): string =>
  dialect === "sqlite"
    ? `(with recursive n(i) as (select ${from} union all select i + 1 from n where i < ${from + count - 1}) select i from n)`
    : `(select i from generate_series(${from}, ${from + count - 1}) as n (i)) as numbered`

/** Sixteen bytes that rise with `i`, so that a table is written in the order of its key. */
const rising = (dialect: Source["dialect"], length: number): string =>
  dialect === "sqlite"
    ? `cast(unhex(printf('%016x', i)) || randomblob(${length - 8}) as blob)`
    : `decode(lpad(to_hex(i), 16, '0'), 'hex') || ${exactly("postgres", length - 8)}`

/** Rows that look sealed, past the door: nobody reads them here. */
const fillCollection = async (source: Source): Promise<void> => {
  await Effect.runPromise(Effect.scoped(openCollection(source, "rehearsal")))
  const { db, dialect } = connect<CollectionTables>({ ...source, isLongJob: true })
  const row = `${rising(dialect, 16)}, 'DAY', '9-12', ${exactly(dialect, 32)}, ${exactly(dialect, 12)}, ${exactly(dialect, sealedLength)}`
  for (const day of fullDays) {
    await makeDayTable(db, dialect, day)
    for (let from = 0; from < perDay; from += most[dialect])
      await sql
        .raw(
          `insert into ${dayTableOf(day)} (key, day, form, encapsulated, nonce, ciphertext)
           select ${row.replace("DAY", day)} from ${numbers(dialect, from, Math.min(most[dialect], perDay - from))}`,
        )
        .execute(db)
    await sql`insert into tally (day, form, responses) values (${day}, '9-12', ${perDay})`.execute(db)
  }
  for (let from = 0; from < size; from += most[dialect])
    await sql
      .raw(
        `insert into token (hash, expires_on) select ${rising(dialect, 32)}, '${expires}' from ${numbers(dialect, from, Math.min(most[dialect], size - from))}`,
      )
      .execute(db)
  await db.destroy()
}

const columns = "day, form, place, local_authority, region, imd_decile, lsoa, answers, flags"
const distinct = 4_000

/** Kept responses of all forms again and again, past the triggers. */
const fillEvidence = async (source: Source): Promise<void> => {
  const [day = ""] = fullDays
  await keepRows(
    source,
    matchedSamples(distinct, 5).map((matched) => keptRow(matched, day)),
    { days: fullDays },
  )
  const { db, dialect } = connect<never>({ ...source, isLongJob: true })
  await sql
    .raw(`create ${dialect === "sqlite" ? "temp table" : "temporary table"} sample as select * from kept_response`)
    .execute(db)
  if (dialect === "postgres") await sql.raw("alter table kept_response disable trigger user").execute(db)
  const triggers =
    dialect === "sqlite"
      ? (
          await sql<{ name: string; sql: string }>`select name, sql from sqlite_schema
            where type = 'trigger' and tbl_name = 'kept_response'`.execute(db)
        ).rows
      : []
  for (const { name } of triggers) await sql.raw(`drop trigger ${name}`).execute(db)
  const others = columns.replace("day, ", "")
  let at = 1
  for (const each of fullDays)
    for (let from = 0; from < perDay; from += distinct) {
      await sql
        .raw(
          `insert into kept_response (id, ${columns}) select ${rising(dialect, 16)}, '${each}', ${others}
           from (select row_number() over () + ${at} as i, sample.* from sample) as numbered limit ${Math.min(distinct, perDay - from)}`,
        )
        .execute(db)
      at += distinct
    }
  for (const trigger of triggers) await sql.raw(trigger.sql).execute(db)
  if (dialect === "postgres") await sql.raw("alter table kept_response enable trigger user").execute(db)
  await db.destroy()
}

interface Measured {
  readonly what: string
  readonly seconds: number
  /** Steps of progress that were shown meanwhile. */
  readonly steps: number
}

const inCollection = <A, E>(source: Source, use: (collection: Collection["Service"]) => Effect.Effect<A, E>) =>
  openCollection(source, "rehearsal").pipe(Effect.flatMap(use), Effect.scoped)
const inEvidence = <A, E>(source: Source, use: (evidence: Evidence["Service"]) => Effect.Effect<A, E>) =>
  openEvidence({ source, mode: "rehearsal" }).pipe(Effect.flatMap(use), Effect.scoped)

const measure = async <E>(what: string, work: (step: () => void) => Effect.Effect<unknown, E>): Promise<Measured> => {
  let steps = 0
  const began = performance.now()
  await Effect.runPromise(work(() => void steps++))
  return { what, seconds: (performance.now() - began) / 1000, steps }
}

const tried = async (engine: string): Promise<readonly Measured[]> => {
  const dataDir = mkdtempSync(join(folder, `${engine}-`))
  const sourceOf = async (name: string): Promise<Source> =>
    engine === "postgres"
      ? { dialect: "postgres", url: await newDatabase() }
      : { dialect: "sqlite", file: join(dataDir, `${name}.sqlite`) }
  const [collection, evidence] = [await sourceOf("collection"), await sourceOf("evidence")]
  await fillCollection(collection)
  await fillEvidence(evidence)
  const { publicKey, privateKey } = await newKeyPair()
  keepKey(privateKeyFile(dataDir, moved), privateKey)
  const long = { collection: { ...collection, isLongJob: true }, evidence: { ...evidence, isLongJob: true } }
  return [
    await measure("status: the sealed answers of each day", () =>
      inCollection({ ...collection, readOnly: true }, ({ counts }) => counts),
    ),
    await measure("status: the answers in the evidence store", () =>
      inEvidence({ ...evidence, readOnly: true }, ({ arrivals }) => arrivals.counts),
    ),
    await measure("a report: places and quality", () =>
      inEvidence({ ...evidence, readOnly: true }, ({ arrivals }) => Effect.all([arrivals.places, arrivals.flagged])),
    ),
    await measure("an answer arrives, and is mixed", () =>
      inCollection(collection, (open) =>
        Effect.promise(() => append(open, matchedSamples(aDay, 2), moved, publicKey)).pipe(Effect.andThen(open.mix)),
      ),
    ),
    await measure("a day is transferred", (step) =>
      Effect.gen(function* () {
        const from = yield* openCollection(long.collection, "rehearsal")
        const to = yield* openEvidence({ source: long.evidence, mode: "rehearsal" })
        const keys = keysInFolder(dataDir)
        const progress = () => Effect.sync(step)
        const common = { mode: "rehearsal", dataDir, keys, lost: fullDays, progress } as const
        const { finished } = yield* transfer({
          ...{ collection: from, evidence: to, ...common },
          ...{ detector: readDetector, batchSize: 1_000 },
        })
        if (!finished.some((day) => day === moved)) throw new Error("the day was not transferred")
      }).pipe(Effect.scoped),
    ),
    await measure("a full day is dropped whole", () =>
      inCollection(long.collection, (open) => open.clearDay(fullDays[0] ?? "")),
    ),
    await measure("a close drops every token", () =>
      inCollection(long.collection, (open) => open.dropExpiredTokens("9999-12-31")),
    ),
    await measure("a close counts both ends", () =>
      inEvidence({ ...evidence, readOnly: true }, ({ arrivals, bodiesOf }) =>
        Effect.all([arrivals.days, arrivals.counts, bodiesOf("day-transferred")]),
      ),
    ),
  ]
}

const rows: string[][] = []
const bars: Parameters<typeof publish>[0]["bars"][number][] = []
for (const engine of engines)
  for (const { what, seconds, steps } of await tried(engine)) {
    rows.push([`${engine}: ${what}`, seconds.toFixed(1), `${steps}`])
    bars.push({
      what: `${engine}: ${what}, s`,
      found: seconds,
      wanted: `≤ ${longest}, or progress`,
      held: seconds <= longest || steps > 0,
    })
  }

const isHeld = publish({
  name: "big-stores",
  title: `${size} responses in each store`,
  head: ["", "s", "steps of progress"],
  rows,
  bars,
  figures: { size, rows },
})
process.exitCode = isHeld ? 0 : 1
