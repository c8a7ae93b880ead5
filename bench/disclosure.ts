/** Protects and audits six tables and compares the results with other tools; skips aloud without the microdata. */
import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Result } from "effect"
import { findDetermined } from "../policy/disclosure/audit/determined.ts"
import { systemOf } from "../policy/disclosure/audit/system.ts"
import type { UnwitnessedCell } from "../policy/disclosure/audit/witnessed.ts"
import type { Level } from "../policy/disclosure/suppress/goals/goal.ts"
import { cellsCsv, certificateParts, witnessesOf } from "../policy/disclosure/suppress/proof/certificate.ts"
import { type ProtectedTable, protect } from "../policy/disclosure/suppress/protect.ts"
import { readMicrodata } from "../policy/disclosure/tables/csv.ts"
import { parseLayout } from "../policy/disclosure/tables/layout.ts"
import { tabulate } from "../policy/disclosure/tables/tabulate.ts"
import { root } from "../src/launcher/set-up.mjs"
import { learntOf } from "../tests/support/disclosure/suppress/attack.ts"
import { lackingIn, publicationOf } from "./disclosure-proof.ts"
import { measured } from "./disclosure-tables.ts"
import { type Bar, publish } from "./report.ts"

const maker = join(root, "..", "shared", "bench", "microdata.mjs")
if (!existsSync(maker)) {
  console.warn("Skipped: the microdata of the bench is not here, so nothing of disclosure control is measured.")
  process.exit(0)
}
const folder = mkdtempSync(join(tmpdir(), "big-ask-bench-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, "micro.csv")
execFileSync(process.execPath, [maker, file])

const threshold = 10
const layouts = measured.map(({ dims }) => Effect.runSync(parseLayout(dims)))
const micro = Effect.runSync(readMicrodata(readFileSync(file, "utf8"), [...new Set(layouts.flat(2))]))

/** Processor time: other work on the machine changes it little. */
const timed = async <A>(work: () => A | Promise<A>): Promise<{ readonly made: A; readonly seconds: number }> => {
  const before = process.cpuUsage()
  const made = await work()
  const { user, system } = process.cpuUsage(before)
  return { made, seconds: (user + system) / 1e6 }
}
const bars: Bar[] = []
const atMost = (what: string, found: number, most: number): void => {
  bars.push({ what, found, wanted: `≤ ${most}`, held: found <= most })
}
const none = (what: string, found: number): void => {
  bars.push({ what, found, wanted: "0", held: found === 0 })
}

const attempt = (work: Effect.Effect<ProtectedTable, { readonly message: string }>) =>
  Effect.runPromise(Effect.result(work))
const rows: string[][] = []
const figures: Record<string, unknown> = {}
const times = { exact: 3, witnessed: 1 }

for (const [at, { name, cells, primaries, cost, peers }] of measured.entries()) {
  const { made: table, seconds: tabulating } = await timed(() => Effect.runSync(tabulate(micro, layouts[at] ?? [])))
  atMost(`${name}: tabulated, s`, tabulating, 1)
  none(`${name}: cells other than stated`, Math.abs(table.lattice.size - cells))
  const row = [name, `${cells}`, ...peers]
  for (const level of ["exact", "witnessed"] as const satisfies readonly Level[]) {
    const tries: Awaited<ReturnType<typeof tried>>[] = []
    const tried = () => timed(() => attempt(protect(table, { level, threshold })))
    for (let time = 0; time < (cells > 20_000 ? 1 : times[level]); time++) tries.push(await tried())
    const [, middle = tries[0]] = tries.toSorted((a, b) => a.seconds - b.seconds)
    if (middle === undefined) continue
    const { made, seconds } = middle
    if (Result.isFailure(made)) {
      none(`${name}: refused (${level})`, 1)
      row.push(`refused after ${seconds.toFixed(2)} s`)
      continue
    }
    const found = made.success
    none(`${name}: primaries other than stated (${level})`, Math.abs(found.primaries - primaries))
    row.push(`${seconds.toFixed(2)} s · ${found.suppressed}`)
    figures[`${name} ${level}`] = { seconds, suppressed: found.suppressed }
    const most = cost[level]
    if (most !== undefined) atMost(`${name}: suppressed (${level})`, found.suppressed, most)
    if (level === "exact") {
      const publication = publicationOf(found)
      const ranked = await timed(() => Effect.runSync(findDetermined(systemOf(publication))))
      none(`${name}: cells that sums give away (exact)`, ranked.made.length)
      if (cells > 20_000) atMost(`${name}: audited by exact rank, s`, ranked.seconds, 2)
      const rate = cells / seconds
      if (cells < 20_000)
        bars.push({ what: `${name}: cells a CPU second (exact)`, found: rate, wanted: "≥ 20000", held: rate >= 20_000 })
      continue
    }
    const audited = await timed(() => lackingIn(found, witnessesOf(found), true))
    const lacking = (kind: UnwitnessedCell["lacks"]): number =>
      audited.made?.filter(({ lacks }) => lacks === kind).length ?? cells
    none(`${name}: primaries without a verified witness`, lacking("high"))
    none(`${name}: primaries that might not be less`, lacking("low"))
    none(`${name}: suppressed cells that nothing moves, or an insider could know`, lacking("fixed"))
    row.push(`${audited.seconds.toFixed(2)} s`)
    if (name === "T3_10k") atMost(`${name}: protected and audited, s`, seconds + audited.seconds, 15)
    if (cells > 20_000) atMost(`${name}: protected, s`, seconds, 60)
  }
  rows.push(row)
}

/** The first table again, with its records reversed and with some left out. */
const first = layouts[0] ?? []
const protectedOf = async (from: typeof micro): Promise<ProtectedTable> =>
  Result.getOrThrow(
    await attempt(
      tabulate(from, first).pipe(Effect.flatMap((table) => protect(table, { level: "witnessed", threshold }))),
    ),
  )
const one = await protectedOf(micro)
const turned = await protectedOf({
  rows: micro.rows,
  columns: micro.columns.map((column) => ({ ...column, codes: column.codes.toReversed() })),
})
const bytes = (made: ProtectedTable): string => certificateParts(made, cellsCsv(made)).join("")
none("bytes differ for rows in another order", bytes(one) === bytes(turned) ? 0 : 1)

const witnesses = witnessesOf(one)
const secondaries = Array.from(one.published.keys()).filter(
  (cell) => one.published[cell] === 0 && (one.table.counts[cell] ?? 0) >= threshold,
)
const unnoticed = secondaries.filter((cell) => {
  const published = one.published.slice()
  published[cell] = 1
  return lackingIn({ ...one, published }, witnesses, true) !== undefined
})
none("secondaries published unnoticed, T2_1k", unnoticed.length)

const seeds = Number(process.env["SMALL_TABLES"] ?? 10_000)
let learnt = 0
const outcomes: Record<string, number> = {}
for (let seed = 1; seed <= seeds; seed++) {
  const { outcome, faults } = await learntOf(
    seed * 7919,
    seed % 2 === 0 ? "exact" : "witnessed",
    seed % 3 === 0 ? 5 : 3,
  )
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  learnt += faults.length
}
none(`cells learnt from ${seeds} small tables`, learnt)
none("small tables refused though they could be protected", outcomes["refused though it could be protected"] ?? 0)
rows.push(["small tables", ...Object.entries(outcomes).map(([outcome, count]) => `${outcome}: ${count}`)])

const held = publish({
  name: "disclosure",
  title: `${micro.rows} records, threshold ${threshold}: CPU seconds · cells suppressed, primaries included`,
  head: ["table", "cells", "GaussSuppression", "old heuristic", "ours, exact", "ours, witnessed", "audit"],
  rows,
  bars,
  figures: { ...figures, outcomes },
})
process.exitCode = held ? 0 : 1
