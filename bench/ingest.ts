/** Stores complete submissions durably, and compares the rate with a bare floor of the same run. */
import { samples } from "../src/commands/sample.ts"
import { behindProxy } from "../tests/support/networks.ts"
import { startService } from "../tests/support/service.ts"
import type { Load, Orders } from "./load.ts"
import { bare, load, middle, rate } from "./measure.ts"
import { cpuSeconds } from "./processes.ts"
import { publish } from "./report.ts"

const connections = 32
const seconds = Number(process.env["BENCH_SECONDS"] ?? 6)
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3)

const accepted = '{"result":{"data":{"accepted":true}}}'
const bodies = (samples("all", 1) ?? [].values())
  .take(2_000)
  .map((each) => JSON.stringify(each))
  .toArray()
const orders = (port: number): Orders => ({
  port,
  path: "/api/trpc/submit",
  contentType: "application/json",
  manyNetworks: true,
  connections,
  seconds,
  bodies,
  expect: accepted,
})

/**
 * Milliseconds for which the floor gathers a group: our sealing queue gathers for 2 to 10. A second floor commits the
 * requests of each turn of the event loop.
 */
const gathering = "3"

const echo = await bare("echo.ts")
const ceiling = await load({ ...orders(echo.port), seconds: 3, expect: "ok" })
await echo.stop()

const service = await startService(behindProxy)
const floor = await bare("floor.ts", gathering)
const eager = await bare("floor.ts", "0")
await load({ ...orders(service.port), seconds: 4 })
await load({ ...orders(floor.port), seconds: 2 })
await load({ ...orders(eager.port), seconds: 2 })

const ours: Load[] = []
const theirs: Load[] = []
const eagerly: Load[] = []
const before = cpuSeconds(service.pid)
for (let round = 0; round < rounds; round++) {
  theirs.push(await load(orders(floor.port)))
  eagerly.push(await load(orders(eager.port)))
  ours.push(await load(orders(service.port)))
}
const after = cpuSeconds(service.pid)
await floor.stop()
await eager.stop()
await service.stop()

const answered = ours.reduce((sum, each) => sum + each.answered, 0)
const refused = ours.reduce((sum, each) => sum + each.refused, 0)
const cpu = Object.entries(after).map(
  ([name, used]) => [name, ((used - (before[name] ?? 0)) * 1000) / answered] as const,
)
const cpuEach = cpu.reduce((sum, [, used]) => sum + used, 0)
const [service1, floor1, eager1] = [middle(ours), middle(theirs), middle(eagerly)]
const ratio = rate(service1) / rate(floor1)
const ratioToEager = rate(service1) / rate(eager1)

const row = (name: string, each: Load): string[] => [
  name,
  `${Math.round(rate(each))}`,
  each.p50.toFixed(1),
  each.p95.toFixed(1),
  each.p99.toFixed(1),
  `${each.refused}`,
]

const held = publish({
  name: "ingest",
  title: `Complete submissions at ${connections} connections, middle of ${rounds} rounds of ${seconds} s`,
  head: ["", "a second", "p50 ms", "p95 ms", "p99 ms", "refused"],
  rows: [
    row("the load itself (bare echo)", ceiling),
    row(`floor: node:http, JSON.parse, node:sqlite, groups gathered for ${gathering} ms`, floor1),
    row("the same, groups of what one turn of the event loop brings", eager1),
    row("the whole service", service1),
    ["  as a share of that quicker floor", ratioToEager.toFixed(2)],
    ...cpu.map(([name, used]) => [`  processor time of ${name}, ms a response`, used.toFixed(3)]),
  ],
  bars: [
    { what: "ratio to the floor", found: ratio, wanted: "≥ 0.3", held: ratio >= 0.3 },
    { what: "responses a second", found: rate(service1), wanted: "≥ 1500", held: rate(service1) >= 1500 },
    { what: "p95, ms", found: service1.p95, wanted: "≤ 60", held: service1.p95 <= 60 },
    { what: "processor ms a response", found: cpuEach, wanted: "≤ 1", held: cpuEach <= 1 },
    { what: "refused", found: refused, wanted: "0", held: refused === 0 },
  ],
  figures: { ratio, ratioToEager, cpu: Object.fromEntries(cpu), ceiling, service: ours, floor: theirs, eager: eagerly },
})
process.exitCode = held ? 0 : 1
