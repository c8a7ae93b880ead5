/** Submits half a million answers with real postcodes and transfers them; skips aloud without the reference data. */
import { fork } from "node:child_process"
import { once } from "node:events"
import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "effect"
import { openCollection } from "../db/collection/collection.ts"
import type { Source } from "../db/connect.ts"
import { openEvidence } from "../db/evidence/evidence.ts"
import { geographyFolder, readIndex } from "../db/geography/index-folder.ts"
import { schoolsIn } from "../db/geography/register-index.ts"
import { collectionFile } from "../src/deployment/storage.ts"
import { forms } from "../surveys/forms.ts"
import { submissions } from "../surveys/sampling/submissions.ts"
import { outcomes } from "../tests/support/match-shares.ts"
import { behindProxy } from "../tests/support/networks.ts"
import { newDatabase } from "../tests/support/postgres.ts"
import { startService } from "../tests/support/service.ts"
import { load } from "./measure.ts"
import { isReferenceHere, referenceFiles } from "./reference-data.ts"
import { publish } from "./report.ts"
import type { Told, Transferred } from "./transfer-run.ts"
import { writtenPostcodes } from "./written-postcodes.ts"

if (!isReferenceHere()) {
  console.warn("Skipped: the reference data is not here, so there are no real postcodes to send.")
  process.exit(0)
}

const sizes = (process.env["BENCH_SIZES"] ?? "50000,200000,557077").split(",").map(Number)
/** Both databases are compared at this size. */
const compared = Number(process.env["BENCH_COMPARED"] ?? 50_000)
const seed = Number(process.env["SEED"] ?? 20_261_122)
const folder = mkdtempSync(join(tmpdir(), "big-ask-bench-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

const child = async <A>(script: string, ...args: readonly string[]): Promise<A | undefined> => {
  const running = fork(join(import.meta.dirname, script), args, {
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  })
  const heard = once(running, "message").then(([told]) => told as A)
  return Promise.race([heard, once(running, "exit").then(() => undefined)])
}

await child("geography-import.ts", folder, ...referenceFiles)
const index = readIndex(geographyFolder(folder))
if (index === undefined || index === "damaged") throw new Error("there is no index to read")
const { all: postcodes, matched, shares } = writtenPostcodes(index, Math.max(...sizes), seed)
const places = {
  schools: schoolsIn(index).map(({ code }) => code),
  councils: index.meta.authorities.map(({ code }) => code),
  postcodes,
}

/** Bodies that are made and sent at a time. */
const batch = 20_000

const sent = async (port: number, count: number): Promise<{ readonly refused: number; readonly seconds: number }> => {
  const made = submissions(forms, places, seed)
  let [refused, seconds] = [0, 0]
  for (let left = count; left > 0; left -= batch) {
    const bodies = Array.from({ length: Math.min(left, batch) }, () => JSON.stringify(made.next().value))
    const done = await load({
      port,
      path: "/api/trpc/submit",
      contentType: "application/json",
      manyNetworks: true,
      connections: 32,
      seconds: 600,
      total: bodies.length,
      bodies,
      expect: '{"result":{"data":{"accepted":true}}}',
    })
    refused += bodies.length - done.answered
    seconds += done.seconds
  }
  return { refused, seconds }
}

interface Run extends Transferred {
  readonly engine: Source["dialect"]
  readonly count: number
  readonly ingested: number
  readonly notTaken: number
  readonly arrived: number
  readonly left: number
}

const sum = (counts: readonly { readonly responses: number }[]): number =>
  counts.reduce((total, { responses }) => total + responses, 0)

const held = (collection: Source, evidence: Source) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const from = yield* openCollection({ ...collection, readOnly: true }, "rehearsal")
      const to = yield* openEvidence({ source: { ...evidence, readOnly: true }, mode: "rehearsal" })
      return { left: sum(yield* from.counts), arrived: sum(yield* to.arrivals.counts) }
    }).pipe(Effect.scoped),
  )

const run = async (engine: Source["dialect"], count: number, cutOff = false): Promise<Run> => {
  const dataDir = mkdtempSync(join(folder, `${engine}-`))
  cpSync(geographyFolder(folder), geographyFolder(dataDir), { recursive: true })
  const url = engine === "postgres" ? await newDatabase() : undefined
  const collection: Source = url ? { dialect: "postgres", url } : { dialect: "sqlite", file: collectionFile(dataDir) }
  const evidence: Source =
    url === undefined
      ? { dialect: "sqlite", file: join(dataDir, "evidence.sqlite") }
      : { dialect: "postgres", url: await newDatabase() }
  const service = await startService({ ...behindProxy, dataDir, ...(url && { databaseUrl: url }) })
  const { refused: notTaken, seconds: ingested } = await sent(service.port, count)
  await service.stop()
  const told: Told = { collection, evidence, dataDir }
  if (cutOff) await child("transfer-run.ts", JSON.stringify({ ...told, dieAfter: count / 3 }))
  const transferred = await child<Transferred>("transfer-run.ts", JSON.stringify(told))
  if (transferred === undefined) throw new Error("the transfer ended without a word")
  const result = { engine, count, ingested, notTaken, ...transferred, ...(await held(collection, evidence)) }
  rmSync(dataDir, { recursive: true, force: true })
  console.error(
    `${engine}, ${count}: sent in ${ingested.toFixed(0)} s, transferred in ${transferred.seconds.toFixed(0)} s`,
  )
  return result
}

const runs: Run[] = []
for (const count of sizes) runs.push(await run("sqlite", count))
const again = await run("sqlite", compared, true)
const postgres = await run("postgres", compared)

const [smallest, largest] = [runs[0], runs.at(-1)]
if (smallest === undefined || largest === undefined) throw new Error("nothing was measured")
const beside = runs.find(({ count }) => count === compared)
const lost = [...runs, again, postgres].reduce(
  (total, { count, notTaken, arrived, left }) => total + Math.abs(count - notTaken - arrived) + left,
  0,
)
const growth = largest.peakMegabytes / smallest.peakMegabytes
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`
const row = (name: string, each: Run): readonly string[] => [
  name,
  `${each.count}`,
  each.ingested.toFixed(0),
  each.seconds.toFixed(1),
  `${Math.round(each.arrived / each.seconds)}`,
  each.cpuSeconds.toFixed(1),
  each.peakMegabytes.toFixed(0),
  `${each.left}`,
]

const isHeld = publish({
  name: "transfer",
  title: `Real postcodes, one in ten misspelt, through the door and transferred; seed ${seed}`,
  head: ["", "responses", "sent in s", "transferred in s", "a second", "CPU s", "peak MB", "left"],
  rows: [
    ...runs.map((each) => row("SQLite", each)),
    row("SQLite, killed after a third and run again", again),
    row("PostgreSQL, both stores", postgres),
    ...outcomes.map((outcome) => [`of the misspelt: ${outcome}`, percent(shares[outcome])]),
  ],
  bars: [
    { what: `${largest.count} transferred, s`, found: largest.seconds, wanted: "≤ 600", held: largest.seconds <= 600 },
    { what: "peak, MB", found: largest.peakMegabytes, wanted: "≤ 1024", held: largest.peakMegabytes <= 1024 },
    { what: "peak of the largest to the smallest", found: growth, wanted: "≤ 1.5", held: growth <= 1.5 },
    { what: "lost, twice or left behind", found: lost, wanted: "0", held: lost === 0 },
    { what: "true postcodes matched, %", found: matched * 100, wanted: "≥ 99.5", held: matched >= 0.995 },
    {
      what: "wrong LSOAs by a correction, %",
      found: shares["corrected wrongly"] * 100,
      wanted: "0",
      held: shares["corrected wrongly"] === 0,
    },
    ...(beside === undefined
      ? []
      : [
          {
            what: "PostgreSQL to SQLite",
            found: postgres.seconds / beside.seconds,
            wanted: "≤ 2",
            held: postgres.seconds / beside.seconds <= 2,
          },
        ]),
  ],
  figures: { seed, matched, shares, runs: [...runs, again, postgres] },
})
process.exitCode = isHeld ? 0 : 1
