/** /ready is true only while a write was durable within the last seconds; each change is one line of the log. */
import { connect, createServer, type Socket } from "node:net"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { setTimeout as delay } from "node:timers/promises"
import { describe, expect, test } from "vitest"
import type { LogEntry } from "../../src/deployment/log.ts"
import { countEnds } from "../../src/launcher/ends.ts"
import { metricsText } from "../../src/launcher/metrics.ts"
import { nothingYet } from "../../src/launcher/numbers.ts"
import { followReadiness } from "../../src/launcher/readiness.ts"
import { childOf } from "../support/platform.ts"
import { newDatabase } from "../support/postgres.ts"
import { type Service, startService } from "../support/service.ts"
import { atEnd, newFolder, opened } from "../support/store.ts"

const statusAt = async (port: number, path = "/ready"): Promise<number | undefined> => {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(2_000) })
    await response.text()
    return response.status
  } catch {
    return undefined
  }
}

const becomes = async (port: number, wanted: number, within = 20_000): Promise<void> => {
  for (let waited = 0; waited < within; waited += 100) {
    if ((await statusAt(port)) === wanted) return
    await delay(100)
  }
  throw new Error(`/ready did not become ${wanted}`)
}

const unusedPort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

const linesOf = (service: Service, event: string): readonly string[] =>
  service
    .output()
    .split("\n")
    .filter((line) => line.includes(`"event":"${event}"`))

test("on a file: not before the store takes answers, nor while the writer is frozen", { timeout: 90_000 }, async () => {
  const dataDir = newFolder()
  const file = join(dataDir, "collection.sqlite")
  await opened({ dialect: "sqlite", file })
  const lock = new DatabaseSync(file)
  lock.exec("begin immediate")
  const port = await unusedPort()
  const metricsPort = await unusedPort()
  const starting = startService({ dataDir, port, env: { METRICS_PORT: `${metricsPort}` } })
  let before: number | undefined
  for (let waited = 0; waited < 4_000 && before === undefined; waited += 50) {
    before = await statusAt(port)
    await delay(50)
  }
  lock.close()
  const service = await starting
  atEnd(() => service.stop())
  expect([undefined, 503]).toContain(before)
  await becomes(port, 200)

  const writer = childOf(service.pid, "writer")
  process.kill(writer, "SIGSTOP")
  await becomes(port, 503)
  expect(await statusAt(port, "/health")).toBe(200)
  await delay(1_500)
  process.kill(writer, "SIGCONT")
  await becomes(port, 200)
  expect(linesOf(service, "store-unavailable")).toHaveLength(1)
  expect(linesOf(service, "store-unavailable")[0]).toContain('"failure":"silent"')
  expect(linesOf(service, "store-available")).toHaveLength(1)

  const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`)
  expect(metrics.headers.get("content-type")).toMatch(/^application\/openmetrics-text; version=1\.0\.0/)
  expect(await metrics.text()).toMatch(
    /^# HELP big_ask_ready .*\n# TYPE big_ask_ready gauge\nbig_ask_ready 1\n[\s\S]*# EOF\n$/,
  )
  expect(await statusAt(metricsPort, "/")).toBe(404)
})

/** Passes the platform's connections on to PostgreSQL, and can cut all of them. */
const proxyTo = async (url: string) => {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((socket) => {
    if (isCut) return void socket.destroy()
    const other = connect(Number(port), hostname)
    for (const each of [socket, other]) {
      sockets.add(each)
      each
        .on("error", () => undefined)
        .on("close", () => {
          socket.destroy()
          other.destroy()
        })
    }
    socket.pipe(other).pipe(socket)
  }).listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  const cut = (now: boolean) => {
    isCut = now
    if (now) for (const socket of sockets) socket.destroy()
  }
  atEnd(() => {
    cut(true)
    server.close()
  })
  const address = server.address()
  const through = new URL(url)
  through.host = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
  return { url: through.href, cut }
}

test("on PostgreSQL: not while the database is gone", { timeout: 90_000 }, async () => {
  const proxy = await proxyTo(await newDatabase())
  const service = await startService({ databaseUrl: proxy.url, dataDir: newFolder() })
  atEnd(() => service.stop())
  await becomes(service.port, 200)
  proxy.cut(true)
  await becomes(service.port, 503)
  proxy.cut(false)
  await becomes(service.port, 200)
  expect(linesOf(service, "store-unavailable").length).toBeLessThanOrEqual(2)
  expect(linesOf(service, "store-available")).toHaveLength(1)
})

describe("the log", () => {
  const follow = () => {
    const logged: LogEntry[] = []
    const told: boolean[] = []
    let now = 0
    const readiness = followReadiness(
      { tell: (ready) => told.push(ready), log: (entry) => logged.push(entry) },
      () => now,
    )
    atEnd(() => readiness.stop())
    const at = (instant: number) => {
      now = instant
      return readiness
    }
    return { logged, told, at }
  }

  test("has one line for each change of the store, however often it fails", () => {
    const { logged, told, at } = follow()
    at(0).opened()
    at(100).beat(undefined)
    for (let time = 1_000; time < 60_000; time += 1_000) at(time).beat("disk-full")
    for (let time = 60_000; time < 90_000; time += 1_000) at(time).beat("unreachable")
    for (let time = 90_000; time < 120_000; time += 1_000) at(time).beat(undefined)
    expect(logged.map(({ event, failure }) => [event, failure])).toEqual([
      ["store-unavailable", "disk-full"],
      ["store-unavailable", "unreachable"],
      ["store-available", undefined],
    ])
    expect(told.slice(0, 3)).toEqual([false, true, false])
    expect(told.at(-1)).toBe(true)
  })

  test("has the first end of a process at once, and not each of those that follow", () => {
    const logged: LogEntry[] = []
    const ends = countEnds((entry) => logged.push(entry))
    for (let ended = 0; ended < 50; ended++) ends.ended("web")
    ends.ended("writer")
    expect(logged.map(({ process, event }) => [process, event])).toEqual([
      ["web", "process-ended"],
      ["writer", "process-ended"],
    ])
    expect(ends.counts().get("web")).toBe(50)
  })
})

test("metrics count answers in bands, and have no label but a process and an outcome", () => {
  const text = metricsText({
    ...nothingYet,
    answers: new Map([
      ["stored", 1_234],
      ["refused", 3],
    ]),
    ends: new Map([["web", 2]]),
    nightFailed: true,
  })
  expect(text).toContain('big_ask_answers_total{outcome="stored"} 1200\n')
  expect(text).toContain('big_ask_answers_total{outcome="refused"} 0\n')
  expect(text).toContain("# TYPE big_ask_answers counter\n")
  expect(text).toContain("big_ask_transfer_failed 1\n")
  expect(text).toMatch(/# EOF\n$/)
  expect(new Set([...text.matchAll(/[{,](\w+)=/g)].map(([, label]) => label))).toEqual(new Set(["outcome", "process"]))
})
