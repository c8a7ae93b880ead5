/** Measures question pages without script: each is a post that opens the sealed answers and seals them again. */
import { request } from "../tests/support/request.ts"
import { startService } from "../tests/support/service.ts"
import type { Orders } from "./load.ts"
import { bare, load, middle, rate } from "./measure.ts"
import { cpuSeconds } from "./processes.ts"
import { publish } from "./report.ts"

const connections = 32
const seconds = Number(process.env["BENCH_SECONDS"] ?? 6)
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3)
const form = "9-12"
const contentType = "application/x-www-form-urlencoded"

const service = await startService()

const post = (body: string) =>
  request(service.url, {
    method: "POST",
    path: `/survey/${form}`,
    headers: { origin: service.url, "content-type": contentType },
    body,
  })

const sealedIn = (html: string): string | undefined => /name="sealed"[^>]*value="([^"]+)"/.exec(html)?.[1]

/** The post that each page of the form makes, one after the other, with nothing answered. */
const posts: string[] = []
let bytes = 0
for (let html = (await post("go=start")).text; ; ) {
  const sealed = sealedIn(html)
  const body = new URLSearchParams({ go: "next", sealed: sealed ?? "" }).toString()
  const answer = await post(body)
  if (sealed === undefined || answer.status !== 200 || posts.length > 100) break
  if (!answer.text.includes('value="next"')) break
  posts.push(body)
  bytes += answer.text.length
  html = answer.text
}
if (posts.length < 5) throw new Error(`only ${posts.length} question pages were found`)

const orders: Orders = {
  port: service.port,
  path: `/survey/${form}`,
  contentType,
  acceptEncoding: "gzip",
  connections,
  seconds,
  bodies: posts,
  expect: "",
}

const echo = await bare("echo.ts")
const ceiling = await load({ ...orders, port: echo.port, seconds: 3 })
await echo.stop()
await load({ ...orders, seconds: 3 })
const before = cpuSeconds(service.pid)
const loads = []
for (let round = 0; round < rounds; round++) loads.push(await load(orders))
const after = cpuSeconds(service.pid)
await service.stop()

const pages = middle(loads)
const answered = loads.reduce((sum, each) => sum + each.answered, 0)
const refused = loads.reduce((sum, each) => sum + each.refused, 0)
const cpu = (((after["web"] ?? 0) - (before["web"] ?? 0)) * 1000) / answered

const row = (name: string, each: typeof pages): string[] => [
  name,
  `${Math.round(rate(each))}`,
  each.p50.toFixed(1),
  each.p95.toFixed(1),
  each.p99.toFixed(1),
  `${each.refused}`,
]

const held = publish({
  name: "page",
  title: `Question pages of form ${form} (${posts.length} pages, ${Math.round(bytes / posts.length / 1024)} kB each before gzip) at ${connections} connections`,
  head: ["", "a second", "p50 ms", "p95 ms", "p99 ms", "refused"],
  rows: [
    row("the load itself (bare echo)", ceiling),
    row("question pages", pages),
    ["  processor time of web, ms a page", cpu.toFixed(3)],
  ],
  bars: [
    { what: "pages a second", found: rate(pages), wanted: "≥ 2000", held: rate(pages) >= 2000 },
    { what: "p95, ms", found: pages.p95, wanted: "≤ 60", held: pages.p95 <= 60 },
    { what: "refused", found: refused, wanted: "0", held: refused === 0 },
  ],
  figures: { cpu, ceiling, pages: loads },
})
process.exitCode = held ? 0 : 1
