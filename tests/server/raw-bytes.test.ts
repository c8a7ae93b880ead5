/** No bytes end the web process: whatever is sent, it answers or hangs up, and takes the next submission. */
import { afterAll, beforeAll, expect, test } from "vitest"
import { samples } from "../../src/commands/sample.ts"
import { childrenOf } from "../support/platform.ts"
import { randomFrom, rawRequest, sendRaw, statusesIn } from "../support/raw-bytes.ts"
import { submit } from "../support/request.ts"
import { type Service, startService } from "../support/service.ts"

const count = Number(process.env["RAW"] ?? (process.env["FULL"] === "1" ? 120_000 : 5_000))
const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31)
const connections = 64

let service: Service
beforeAll(async () => {
  service = await startService()
}, 120_000)
afterAll(() => service.stop())

const webPid = (): number | undefined =>
  childrenOf(service.pid).find(({ command }) => command.includes("server/index.mjs"))?.pid

const one = () => (samples("9-12", seed) ?? [].values()).next().value

const asIf = (target: string, host = "x") => `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`

test.each([
  asIf("http://"),
  asIf("http://["),
  asIf("https://"),
  asIf("http://a:99999/"),
  asIf("http://%/"),
  asIf("/a#b", "a:99999"),
  asIf("*%1c", "x:"),
  asIf("/health", "a b"),
  asIf("http://other/health"),
  "GET /health HTTP/1.1\r\n\r\n",
  "GET /health HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
  "GET / FTP/1.1\r\n\r\n",
])("%j is refused with 400 and the headers of every reply", async (bytes) => {
  const heard = await sendRaw(service.port, bytes)
  expect(statusesIn(heard)).toEqual([400])
  expect(heard).toContain("Content-Security-Policy: default-src 'none'")
  expect(heard).toContain("Connection: close")
})

test("an address with its host, and HTTP/1.0 without one, are answered", async () => {
  expect(statusesIn(await sendRaw(service.port, asIf("http://x/health")))).toEqual([200])
  expect(statusesIn(await sendRaw(service.port, "GET /health HTTP/1.0\r\n\r\n"))).toEqual([200])
})

test.each([
  "/.vite/manifest.json",
  "http://x/.vite/manifest.json",
  "/a/../.vite/manifest.json",
  "/%2evite/manifest.json",
])("what the build keeps for itself is not served at %s", async (target) => {
  expect(statusesIn(await sendRaw(service.port, asIf(target)))).toEqual([404])
})

test(`${count} requests that are wrong in their bytes, from the seed ${seed}`, { timeout: 600_000 }, async () => {
  console.log(`RAW=${count} SEED=${seed}`)
  const web = webPid()
  expect(web).toBeGreaterThan(0)
  const random = randomFrom(seed)
  const requests = (function* () {
    for (let sent = 0; sent < count; sent++) yield rawRequest(random)
  })()
  const statuses = new Map<number, number>()
  const failures: string[] = []
  const began = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const bytes of requests) {
        const heard = statusesIn(await sendRaw(service.port, bytes))
        for (const status of heard) statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (heard.some((status) => status >= 500 && status !== 501))
          failures.push(bytes.toString("latin1").slice(0, 300))
      }
    }),
  )
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  console.log(`${count} in ${seconds} s:`, Object.fromEntries([...statuses].toSorted()))

  expect(failures.slice(0, 5)).toEqual([])
  expect(webPid()).toBe(web)
  expect(service.output()).toBe(service.opening)
  expect((await submit(service.url, one())).status).toBe(200)
})
