/** Measures the inspection of an evidence store with half a million responses on SQLite and PostgreSQL: time, and peak memory. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { sql } from "kysely"
import { connect, type Source } from "../db/connect.ts"
import { ourNode } from "../src/launcher/set-up.mjs"
import { keepRows, keptRow } from "../tests/support/kept-responses.ts"
import { newDatabase } from "../tests/support/postgres.ts"
import { matchedSamples } from "../tests/support/transfer.ts"
import type { Inspected } from "./inspection-run.ts"
import { publish } from "./report.ts"

const size = Number(process.env["BENCH_SIZE"] ?? 557_077)
const distinct = 4_000
const day = "2027-04-19"
const folder = mkdtempSync(join(tmpdir(), "big-ask-bench-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

const columns = "day, form, place, local_authority, region, imd_decile, lsoa, answers, flags"
const copied = (id: string, left: number): string =>
  `insert into kept_response (id, ${columns}) select ${id}, ${columns} from kept_response limit ${left}`

/** The samples without their words, so that each missing one is a fault to be counted, again and again under new ids, past the triggers, which are there again when it is inspected. */
const fill = async (source: Source): Promise<void> => {
  const rows = matchedSamples(distinct, 5).map((matched) => keptRow(matched, day))
  await keepRows(source, rows, { days: [day] })
  const statements: string[] = []
  const id = source.dialect === "sqlite" ? "randomblob(16)" : "decode(replace(gen_random_uuid()::text, '-', ''), 'hex')"
  for (let held = distinct; held < size; held *= 2) statements.push(copied(id, Math.min(held, size - held)))
  if (source.dialect === "sqlite") {
    const database = new DatabaseSync(source.file)
    const triggers = database.prepare(
      "select name, sql from sqlite_schema where type = 'trigger' and tbl_name = 'kept_response'",
    )
    const dropped = triggers.all()
    for (const { name } of dropped) database.exec(`drop trigger ${name}`)
    for (const statement of statements) database.exec(statement)
    for (const trigger of dropped) database.exec(String(trigger["sql"]))
    database.close()
    return
  }
  const { db } = connect<never>({ ...source, isLongJob: true })
  await sql.raw("alter table kept_response disable trigger user").execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  await sql.raw("alter table kept_response enable trigger user").execute(db)
  await db.destroy()
}

/** `BENCH_ENGINE=sqlite` or `postgres` measures one of the two. */
const engine = process.env["BENCH_ENGINE"]
const sources: readonly Source[] = [
  ...(engine === "postgres" ? [] : [{ dialect: "sqlite", file: join(folder, "evidence.sqlite") } as const]),
  ...(engine === "sqlite" ? [] : [{ dialect: "postgres", url: await newDatabase() } as const]),
]

/** In a process of its own, so that its peak is that of the inspection alone. */
const inspected = (source: Source): Inspected => {
  const args = ["--disable-warning=ExperimentalWarning", join(import.meta.dirname, "inspection-run.ts")]
  const env = { ...process.env, SOURCE: JSON.stringify(source) }
  const { stdout, status } = spawnSync(ourNode(), args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] })
  if (status !== 0) throw new Error(`the inspection of ${source.dialect} ended with ${status}`)
  return JSON.parse(stdout)
}

const rows: string[][] = []
const bars: Parameters<typeof publish>[0]["bars"][number][] = []
for (const source of sources) {
  await fill(source)
  const { seconds, megabytes, responses, lines, faults } = inspected(source)
  rows.push([source.dialect, seconds.toFixed(1), megabytes.toFixed(0), responses, `${lines}`, `${faults}`])
  bars.push(
    { what: `${source.dialect}: ${size} responses, s`, found: seconds, wanted: "≤ 60", held: seconds <= 60 },
    { what: `${source.dialect}: peak, MB`, found: megabytes, wanted: "≤ 500", held: megabytes <= 500 },
  )
}
const isHeld = publish({
  name: "inspection",
  title: "The inspection of every kept response",
  head: ["", "s", "peak MB", "responses", "steps of progress", "kinds of fault"],
  rows,
  bars,
  figures: { size },
})
process.exitCode = isHeld ? 0 : 1
