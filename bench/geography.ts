/** Imports all of England and looks up true and misspelt postcodes; skips aloud without the reference data. */
import { fork } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Gazetteer } from "../db/geography/gazetteer.ts"
import { recordsOf } from "../db/geography/import/records.ts"
import { sourcesOf } from "../db/geography/import/source.ts"
import { gazetteerOf } from "../db/geography/imported.ts"
import { geographyFolder, readIndex } from "../db/geography/index-folder.ts"
import { readWritten } from "../db/geography/parse-postcode.ts"
import { postcodesIn } from "../db/geography/register-index.ts"
import { searchOf } from "../db/geography/search.ts"
import { root } from "../src/launcher/set-up.mjs"
import { outcomes, type Shares, sharesOf } from "../tests/support/match-shares.ts"
import { misspelt, seeded, slipKinds } from "../tests/support/postcode-slips.ts"
import { isReferenceHere, referenceFiles, schoolsFile } from "./reference-data.ts"
import { publish } from "./report.ts"

if (!isReferenceHere()) {
  console.warn("Skipped: the reference data is not here, so nothing of geography is measured.")
  process.exit(0)
}

const seed = Number(process.env["SEED"] ?? 20_261_122)
const dataDir = mkdtempSync(join(tmpdir(), "big-ask-bench-"))
process.on("exit", () => rmSync(dataDir, { recursive: true, force: true }))
const folder = geographyFolder(dataDir)

/** Prints one line of progress in ten. */
const alone = async <A>(script: string, ...args: readonly string[]): Promise<A> => {
  const child = fork(join(import.meta.dirname, script), args, {
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  })
  const [told] = (await once(child, "message")) as [A]
  return told
}

interface ImportTold {
  readonly code: number
  readonly seconds: number
  readonly peakKilobytes: number
}
const brought = await alone<ImportTold>("geography-import.ts", dataDir, ...referenceFiles)
if (brought.code !== 0) throw new Error("the import was refused")
const bytes = statSync(join(folder, "england.index")).size
const ready = await alone<{ readonly ready: number; readonly bytes: number }>("geography-ready.ts", folder)

const index = readIndex(folder)
if (index === undefined || index === "damaged") throw new Error("there is no index to read")
const gazetteer = gazetteerOf(index)
const live = postcodesIn(index, "live")
const random = seeded(seed)
const drawn = (count: number): readonly string[] =>
  Array.from({ length: count }, () => live[Math.floor(random() * live.length)] ?? "")

/** Processor time: other work on the machine changes it little. */
const microseconds = <A>(all: readonly A[], work: (each: A) => unknown): number => {
  for (const each of all.slice(0, 20_000)) work(each)
  const before = process.cpuUsage()
  for (const each of all) work(each)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / all.length
}

const responses = 557_077
const meant = drawn(responses)
const lookup = microseconds(meant, gazetteer.find)
const matched = meant.filter((each) => readWritten(gazetteer, each).how === "exact").length / responses
const oneInTen = meant.slice(0, 100_000).map((each, at) => {
  const slip = slipKinds[Math.floor(at / 10) % slipKinds.length] ?? "case and spaces"
  return at % 10 === 0 ? misspelt(each, slip, random) : `${each.slice(0, -3)} ${each.slice(-3)}`
})
const matching = microseconds(oneInTen, (written) => readWritten(gazetteer, written))

const neighbourhoods: Gazetteer = gazetteerOf(index, { use: "to see a wrong one", by: "a bench", on: "2026-11-22" })
const each = 25_000
const shares: readonly (readonly [string, Shares])[] = slipKinds.map((slip) => [
  slip,
  sharesOf(neighbourhoods, live, slip, random, each),
])
const wrong = shares.reduce((sum, [, share]) => sum + share["corrected wrongly"], 0)

const ingest = (): number | undefined => {
  const file = join(root, ".results", "bench-ingest.json")
  if (!existsSync(file)) return undefined
  const bars: readonly { readonly what: string; readonly found: number }[] = JSON.parse(readFileSync(file, "utf8")).bars
  return bars.find(({ what }) => what === "processor ms a response")?.found
}
const response = ingest()
if (response === undefined) console.warn("Not set against ingest: run npm run bench -- ingest first.")
const percent = response === undefined ? undefined : (matching / (response * 1000)) * 100

/** Every establishment of the register, open or not, for the longest list. */
const [register] = await sourcesOf(schoolsFile)
if (!register) throw new Error("there is no register of schools")
const schools = (await recordsOf(register)).map(({ get }) => ({ code: get(0), words: `${get(1)}, ${get(2)}` }))
const search = searchOf(schools)
const typed = Array.from({ length: 400 }, () => {
  const { words } = schools[Math.floor(random() * schools.length)] ?? { words: "school" }
  const some = words
    .split(/[ ,]+/)
    .slice(0, 1 + Math.floor(random() * 3))
    .join(" ")
  const at = Math.floor(random() * some.length)
  return random() < 0.4 ? some.slice(0, at) + some.slice(at + 1) : some.slice(0, 3 + at)
})
const times = typed
  .map((words) => {
    const began = performance.now()
    search(words)
    return performance.now() - began
  })
  .sort((one, other) => one - other)
const p95 = times[Math.floor(times.length * 0.95)] ?? 0

const share = (count: number): string => `${((count / each) * 100).toFixed(2)} %`
const single = (what: string, figure: string): readonly string[] => [what, figure]
const held = publish({
  name: "geography",
  title: `${index.meta.postcodes} postcodes, ${schools.length} schools; ${each} misspelt a kind, seed ${seed}`,
  head: ["misspelt", ...outcomes],
  rows: [
    ...shares.map(([slip, found]) => [slip, ...outcomes.map((outcome) => share(found[outcome]))]),
    single("import, s", brought.seconds.toFixed(1)),
    single("its peak, MB", (brought.peakKilobytes / 1024).toFixed(0)),
    single("index on the disk, MB", (bytes / 2 ** 20).toFixed(1)),
    single("postcodes in memory, MB", (ready.bytes / 2 ** 20).toFixed(1)),
    single("matching, µs a response, 1 in 10 misspelt", matching.toFixed(2)),
  ],
  bars: [
    { what: "import, s", found: brought.seconds, wanted: "≤ 60", held: brought.seconds <= 60 },
    {
      what: "peak, MB",
      found: brought.peakKilobytes / 1024,
      wanted: "≤ 500",
      held: brought.peakKilobytes / 1024 <= 500,
    },
    { what: "in memory, MB", found: ready.bytes / 2 ** 20, wanted: "≤ 40", held: ready.bytes / 2 ** 20 <= 40 },
    { what: "ready, ms", found: ready.ready, wanted: "≤ 1000", held: ready.ready <= 1000 },
    { what: "µs a lookup", found: lookup, wanted: "≤ 2", held: lookup <= 2 },
    { what: "true postcodes matched, %", found: matched * 100, wanted: "≥ 99.5", held: matched >= 0.995 },
    { what: "wrong LSOAs by a correction", found: wrong, wanted: "0", held: wrong === 0 },
    ...(percent === undefined
      ? []
      : [{ what: "of ingest's processor time, %", found: percent, wanted: "≤ 5", held: percent <= 5 }]),
    { what: "schools, p95 ms a search", found: p95, wanted: "≤ 50", held: p95 <= 50 },
  ],
  figures: { seed, brought, ready, bytes, lookup, matching, percent, shares: Object.fromEntries(shares), p95 },
})
process.exitCode = held ? 0 : 1
