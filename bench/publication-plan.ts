/** Measures the survey's own plan of a publication, docs/publication-plan.json, on made-up answers spread over the regions. */
import { Effect } from "effect"
import { planPublication } from "../src/tables/plan/plan-publication.ts"
import { readPlan } from "../src/tables/plan/read-plan.ts"
import { variablesToRead } from "../src/tables/request/coarser-requests.ts"
import { declaredVariables } from "../surveys/variables/declared-variables.ts"
import type { ResponseRecord } from "../surveys/variables/variable.ts"
import { drawer } from "../tests/support/disclosure/joint/random-ledger.ts"
import { columnsOf, heldSamples } from "../tests/support/drawn-columns.ts"
import { publish } from "./report.ts"

const responses = Number(process.env["RESPONSES"] ?? 557_077)
/** How many are filled in; the rest have the answers of one of these, in another place. */
const different = 20_000

const draw = drawer(20210519)
const one = <A>(values: readonly A[], share = draw()): A => values[Math.floor(values.length * share)] as A
const regions = Array.from({ length: 9 }, (_, at) => `E1200000${at + 1}`)

const samples = heldSamples(Math.min(responses, different), 5)
const placed = (held: ResponseRecord): ResponseRecord =>
  held.place !== "matched" && draw() < 0.2
    ? held
    : {
        ...held,
        ...{ place: "matched", localAuthority: "E06000001" },
        ...{ region: one(regions, draw() ** 1.5), imdDecile: 1 + Math.floor(10 * draw()) },
      }
const all = Array.from({ length: responses }, () => placed(one(samples)))
const key = (at: number): bigint => BigInt.asUintN(64, BigInt(at + 1) ** 5n * 0x9e37_79b9_7f4a_7c15n)

const requests = await Effect.runPromise(readPlan("docs/publication-plan.json"))
const columns = columnsOf(
  all,
  all.map((_, at) => key(at)),
  [...new Set(requests.flatMap(variablesToRead))],
)
const before = process.cpuUsage()
const plan = await Effect.runPromise(planPublication(requests, columns, { earlier: [], declared: declaredVariables }))
const { user, system } = process.cpuUsage(before)
const seconds = (user + system) / 1e6
const memory = Math.round(process.resourceUsage().maxRSS / 1024)

const safe = plan.outcomes.flatMap(({ table, made, small }) =>
  table === undefined || made === undefined
    ? []
    : [{ cells: table.table.lattice.size, withheld: made.suppressed, small }],
)
const sum = (of: (each: (typeof safe)[number]) => number): number => safe.reduce((total, each) => total + of(each), 0)
const cells = sum((each) => each.cells)
const small = sum((each) => each.small)
const share = (100 * (cells - sum((each) => each.withheld))) / Math.max(1, cells)
const secondaries = (sum((each) => each.withheld) - small) / Math.max(1, small)
const had = (100 * safe.length) / requests.length

const held = publish({
  name: "publication-plan",
  title: "A publication planned as a whole, with bounds and witnesses, in CPU seconds",
  head: ["responses", "tables", "safe", "cells", "small", "passes", "time"],
  rows: [
    [
      ...[responses, requests.length, safe.length, cells, small, plan.passes].map((each) =>
        each.toLocaleString("en-GB"),
      ),
      seconds.toFixed(0),
    ],
  ],
  bars: [
    { what: "percent of the tables that can be had", found: had, wanted: "95 or more", held: had >= 95 },
    { what: "percent of their cells published", found: share, wanted: "88 or more", held: share >= 88 },
    { what: "further cells withheld for a small one", found: secondaries, wanted: "3 or less", held: secondaries <= 3 },
    { what: "CPU seconds", found: seconds, wanted: "600 or less", held: seconds <= 600 },
    { what: "megabytes", found: memory, wanted: "2000 or less", held: memory <= 2_000 },
  ],
  figures: { responses, tables: requests.length, safe: safe.length, cells, small, share, secondaries, seconds, memory },
})
process.exitCode = held ? 0 : 1
