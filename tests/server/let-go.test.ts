/** A client that sends half a post and then nothing more is let go, and holds nobody up until then. */
import { connect } from "node:net"
import { setTimeout as delay } from "node:timers/promises"
import { beforeAll, expect, test } from "vitest"
import { postHead } from "../support/post-head.ts"
import { request } from "../support/request.ts"
import { type Service, sharedService } from "../support/service.ts"

let service: Service
beforeAll(async () => {
  service = await sharedService()
}, 120_000)

/** Milliseconds. */
const promptly = 500

const health = async (): Promise<number> => {
  const began = performance.now()
  expect((await request(service.url, { path: "/health" })).text).toBe("ok")
  return performance.now() - began
}

test("a client that sends nothing more is let go, and holds nobody up meanwhile", { timeout: 60_000 }, async () => {
  const began = performance.now()
  let isOver = false
  const heard = new Promise<string>((resolve) => {
    const socket = connect(service.port, "127.0.0.1", () => socket.write(`${postHead(service, 100)}{`))
    let text = ""
    socket.on("data", (chunk) => {
      text += chunk.toString()
    })
    socket.on("error", () => resolve(text))
    socket.on("close", () => resolve(text))
    setTimeout(() => socket.destroy(), 22_000).unref()
  }).finally(() => {
    isOver = true
  })
  const took: number[] = []
  while (!isOver) {
    took.push(await health())
    await delay(500)
  }
  expect(await heard).toMatch(/^HTTP\/1\.1 408 /)
  expect(performance.now() - began).toBeLessThan(20_000)
  // Who waits for that client waits each time; what else this machine does makes only some answers late.
  expect(took.length).toBeGreaterThan(5)
  expect(took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)]).toBeLessThan(promptly)
})
