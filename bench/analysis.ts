/** Explores half a million stored responses, weighted and not, and copies all variables of them to a file. */
import { fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { evidenceSource } from "../src/deployment/storage.ts"
import { keepRows } from "../tests/support/kept-responses.ts"
import type { Analysed } from "./analysis-run.ts"
import { type Bar, publish } from "./report.ts"
import { days, storedSample } from "./stored-sample.ts"

const size = Number(process.env["BENCH_SIZE"] ?? 557_077)
const dataDir = mkdtempSync(join(tmpdir(), "big-ask-bench-"))
process.on("exit", () => rmSync(dataDir, { recursive: true, force: true }))
const storage = { mode: "rehearsal", dataDir, databaseUrl: undefined } as const
await keepRows(evidenceSource(storage), storedSample(size), { days })

/** A process of its own, so that time and memory can be measured. */
const measured = async (work: string): Promise<readonly Analysed[]> => {
  const running = fork(join(import.meta.dirname, "analysis-run.ts"), [JSON.stringify({ storage, work })], {
    execArgv: ["--disable-warning=ExperimentalWarning"],
  })
  const [done] = (await once(running, "message")) as [readonly Analysed[]]
  return done
}

const most: Readonly<Record<string, { readonly seconds: number; readonly megabytes?: number }>> = {
  "load 12 variables": { seconds: 10 },
  "look at 12 variables by age": { seconds: 0.3 },
  "look at 12 variables by age, weighted": { seconds: 0.3 },
  "copy all variables to sav": { seconds: 60, megabytes: 500 },
}
const bars: Bar[] = []
const table: string[][] = []
for (const work of ["explore", "sav"])
  for (const { what, seconds, megabytes } of await measured(work)) {
    table.push([`${size} responses`, what, `${seconds.toFixed(2)} s`, `${megabytes.toFixed(0)} MB`])
    const bar = most[what]
    if (bar === undefined) continue
    bars.push({ what: `${what}, s`, found: seconds, wanted: `≤ ${bar.seconds}`, held: seconds <= bar.seconds })
    if (bar.megabytes !== undefined)
      bars.push({
        what: `${what}, MB`,
        found: megabytes,
        wanted: `≤ ${bar.megabytes}`,
        held: megabytes <= bar.megabytes,
      })
  }

const held = publish({
  name: "analysis",
  title: "Stored responses explored and copied, in CPU seconds",
  head: ["store", "what", "time", "peak memory"],
  rows: table,
  bars,
  figures: { size },
})
process.exitCode = held ? 0 : 1
