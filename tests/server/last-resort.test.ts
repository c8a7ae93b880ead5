/** An error that nobody caught is answered for the request that it came from, and its class is logged, once in ten seconds. */
import { fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { expect, test } from "vitest"
import type { FromWeb } from "../../src/deployment/messages.ts"
import { lastResort } from "../../src/server/last-resort.ts"
import { request } from "../support/request.ts"
import { atEnd } from "../support/test-end.ts"

const trial = () => {
  const messages: FromWeb[] = []
  const answered: string[] = []
  const clock = { now: 0 }
  const last = lastResort<{ name: string }>(
    (message) => messages.push(message),
    ({ name }) => answered.push(name),
    () => clock.now,
  )
  return { last, messages, answered, clock }
}

class PostcodeLeak extends Error {
  override readonly name = "PostcodeLeak"
}

test("an error at once, or later in the work itself, is answered for its own request", async () => {
  const { last, messages, answered } = trial()
  last.run({ name: "first" }, () => {
    throw new PostcodeLeak("B1 1AA")
  })
  last.run({ name: "second" }, async () => {
    await delay(1)
    throw new TypeError("B1 1AA")
  })
  last.run({ name: "third" }, async () => undefined)
  await expect.poll(() => answered).toEqual(["first", "second"])
  expect(messages).toEqual([
    { kind: "log", entry: { process: "web", event: "request-failed", error: "PostcodeLeak" } },
    { kind: "log", entry: { process: "web", event: "request-failed", error: "TypeError" } },
  ])
})

test("a class is logged once in ten seconds", () => {
  const { last, messages, answered, clock } = trial()
  const fail = () => {
    throw new PostcodeLeak("B1 1AA")
  }
  for (let count = 0; count < 50; count++) last.run({ name: "one" }, fail)
  expect(messages).toHaveLength(1)
  expect(answered).toHaveLength(50)
  clock.now = 10_000
  last.run({ name: "one" }, fail)
  expect(messages).toHaveLength(2)
})

test("an error in a timer, a tick or a promise is answered, and the process continues", async () => {
  const child = fork(join(import.meta.dirname, "..", "support", "guarded-web.mjs"), { stdio: "ignore" })
  atEnd(() => child.kill())
  const [port] = await once(child, "message")
  const url = `http://127.0.0.1:${port}`
  for (const path of ["/now", "/timer", "/tick", "/promise"])
    expect((await request(url, { path })).status, path).toBe(500)
  expect((await request(url, { path: "/log" })).text).toBe("RangeError")
})
