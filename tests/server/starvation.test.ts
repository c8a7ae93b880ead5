/** Nobody starves the rest: under each attack a normal submission is answered promptly, in bounded memory. */
import { fork } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { samples } from "../../src/commands/sample.ts"
import type { Attack, Orders } from "../support/attacker.ts"
import { behindProxy, fromAnywhere } from "../support/networks.ts"
import { childrenOf } from "../support/platform.ts"
import { kept, submit } from "../support/request.ts"
import { type Service, startService } from "../support/service.ts"
import { limitHere } from "../support/slowness.ts"

const isFull = process.env["FULL"] === "1"
/** Milliseconds at the 95th percentile, and megabytes of all processes together. */
const promptly = 250
const memory = 600
/** Submissions of one round, the best of a few rounds counts: this machine may be busy with something else. */
const submissions = isFull ? 300 : 40
const rounds = 4
/** Milliseconds: the processor of a small machine would be full of new connections alone. */
const pause = isFull ? 50 : 500

/** Connections of each attack. */
const attacks: readonly (readonly [attack: Attack, few: number, many: number])[] = [
  ["idle", 2_000, 8_000],
  ["slow header", 500, 2_000],
  ["slow body", 500, 2_000],
  ["pipelining", 20, 20],
  ["stalled reading", 500, 1_500],
  ["large batches", 32, 200],
]

let service: Service
beforeAll(async () => {
  service = await startService(behindProxy)
}, 120_000)
afterAll(() => service.stop())

const drawn = (samples("9-12", 29) ?? [].values())[Symbol.iterator]()

const processes = (): readonly number[] => [service.pid, ...childrenOf(service.pid).map(({ pid }) => pid)]

/** Megabytes; memory that processes share is counted once. Linux only. */
const memoryNow = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? []
    return sum + Number(kilobytes) / 1_024
  }, 0)

const attack = (orders: Orders): (() => Promise<void>) => {
  const child = fork(join(import.meta.dirname, "..", "support", "attacker.ts"), [JSON.stringify(orders)])
  const ended = once(child, "exit")
  return async () => {
    child.kill("SIGKILL")
    await ended
  }
}

/** Milliseconds of each submission: every other one on a connection of its own. */
const round = async (): Promise<readonly number[]> => {
  const agent = kept(1)
  const took: number[] = []
  for (let count = 0; count < submissions; count++) {
    const began = performance.now()
    const { status } = await submit(service.url, drawn.next().value, {
      headers: fromAnywhere(),
      ...(count % 2 && { agent }),
    })
    took.push(performance.now() - began)
    expect(status).toBe(200)
    await delay(5)
  }
  agent.destroy()
  return took.toSorted((a, b) => a - b)
}

describe.skipIf(process.platform !== "linux")("a normal submission", () => {
  test.each(attacks)("is answered promptly under %s", { timeout: 300_000 }, async (name, few, many) => {
    const before = processes()
    const connections = isFull ? many : few
    const end = attack({ attack: name, port: service.port, connections, pause })
    try {
      await delay(isFull ? 5_000 : 800)
      let best = Number.POSITIVE_INFINITY
      let most = 0
      for (let count = 0; count < (isFull ? 1 : rounds) && best > promptly; count++) {
        const took = await round()
        best = Math.min(best, took[Math.floor(took.length * 0.95)] ?? best)
        most = Math.max(most, memoryNow(before))
      }
      console.log(`${name} ×${connections}: p95 ${best.toFixed(0)} ms, ${most.toFixed(0)} MB`)
      expect(best).toBeLessThanOrEqual(limitHere(promptly, best))
      expect(most).toBeLessThanOrEqual(memory)
      expect(processes()).toEqual(before)
    } finally {
      await end()
    }
  })

  test("none of this was written to an output", () => expect(service.output()).toBe(service.opening))
})
