/** Reads half a million stored responses into columns and tabulates them, from both databases. */
import { fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { connect, type Source } from "../db/connect.ts"
import type { EvidenceTables, KeptResponseTable } from "../db/evidence/schema.ts"
import { keepRows } from "../tests/support/kept-responses.ts"
import { newDatabase } from "../tests/support/postgres.ts"
import { type Bar, publish } from "./report.ts"
import { days, storedSample } from "./stored-sample.ts"
import type { Tabulated } from "./tabulate-run.ts"

const size = Number(process.env["BENCH_SIZE"] ?? 557_077)
/** How many of them PostgreSQL has: it checks every answer as it comes in, which takes minutes of processor time. */
const compared = Number(process.env["BENCH_COMPARED"] ?? size)
const folder = mkdtempSync(join(tmpdir(), "big-ask-bench-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

/** Inserts through every trigger, a fixed number of rows per statement; PostgreSQL runs several statements at a time. */
const [rowsAStatement, atATime] = [500, availableParallelism()]

const filled = async (source: Source, given: Iterable<KeptResponseTable>): Promise<void> => {
  if (source.dialect === "sqlite") return keepRows(source, given, { days })
  await keepRows(source, [], { days })
  const { db } = connect<EvidenceTables>(source)
  const left = Iterator.from(given)
  const filling = async (): Promise<void> => {
    for (;;) {
      const batch = Array.from({ length: rowsAStatement }, () => left.next()).flatMap(({ done, value }) =>
        done ? [] : value,
      )
      if (batch.length === 0) return
      await db.insertInto("kept_response").values(batch).execute()
    }
  }
  await Promise.all(Array.from({ length: atATime }, filling))
  await db.destroy()
}

const cuts = [
  { rows: "region<country", columns: "age<age-band" },
  { rows: "region<country,age-band", columns: "gender,ethnicity", filters: ["flagged.outside-england=no"] },
  { rows: "imd-decile<imd-quintile,age<age-band", columns: "setting<setting-kind,better-life@13-17" },
]

const measured = async (source: Source): Promise<Tabulated> => {
  const running = fork(join(import.meta.dirname, "tabulate-run.ts"), [JSON.stringify({ source, cuts })], {
    execArgv: ["--disable-warning=ExperimentalWarning"],
  })
  const [told] = (await once(running, "message")) as [Tabulated]
  return told
}

const bars: Bar[] = []
const table: string[][] = []
const figures: Record<string, unknown> = {}
const sources: readonly (readonly [number, Source])[] = [
  [size, { dialect: "sqlite", file: join(folder, "evidence.sqlite") }],
  [compared, { dialect: "postgres", url: await newDatabase() }],
]
for (const [count, source] of sources) {
  const began = performance.now()
  await filled(source, storedSample(count))
  const fillSeconds = (performance.now() - began) / 1000
  const { loaded, loadSeconds, loadWait, peakMegabytes, tables } = await measured(source)
  const name = `${source.dialect}, ${loaded}`
  table.push([name, "filled, by the clock", `${fillSeconds.toFixed(0)} s`, ""])
  table.push([name, "loaded", `${loadSeconds.toFixed(2)} s`, `${peakMegabytes.toFixed(0)} MB`])
  table.push([name, "loaded, by the clock", `${loadWait.toFixed(2)} s`, ""])
  bars.push({ what: `${name}: responses not loaded`, found: count - loaded, wanted: "0", held: count === loaded })
  for (const { asked, cells, seconds } of tables) {
    table.push([name, asked, `${seconds.toFixed(2)} s`, `${cells} cells`])
    bars.push({ what: `${name}: ${asked}, s`, found: seconds, wanted: "≤ 1", held: seconds <= 1 })
  }
  figures[source.dialect] = { loaded, fillSeconds, loadSeconds, loadWait, peakMegabytes, tables }
}

const held = publish({
  name: "tabulate",
  title: "Responses read into columns, and tables of them, in CPU seconds",
  head: ["store", "what", "time", "size"],
  rows: table,
  bars,
  figures,
})
process.exitCode = held ? 0 : 1
