/** A token that was used is answered in the time that a fresh one takes: the answer's time does not tell that it is known. */
import { setTimeout as delay } from "node:timers/promises"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import type { Outcome } from "../../db/collection/append.ts"
import { samples } from "../../src/commands/sample.ts"
import { storingTimes } from "../../src/server/storing-times.ts"
import { behindProxy, fromAnywhere } from "../support/networks.ts"
import { kept, submit } from "../support/request.ts"
import { startService } from "../support/service.ts"

describe("a group of known tokens", () => {
  const answering = (milliseconds: number, ...outcomes: Outcome[]) => Effect.as(Effect.sleep(milliseconds), outcomes)

  const took = (append: Effect.Effect<readonly Outcome[]>, longest: number) =>
    Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(append, { startImmediately: true })
      for (let passed = 0; passed <= longest; passed++) {
        if (fiber.pollUnsafe() !== undefined) return passed
        yield* TestClock.adjust(1)
      }
      return yield* Effect.as(Fiber.interrupt(fiber), "longer" as const)
    })

  const onTestClock = <A>(program: Effect.Effect<A>) => Effect.runPromise(Effect.provide(program, TestClock.layer()))

  test("waits for the time that a group took which stored something", () =>
    onTestClock(
      Effect.gen(function* () {
        const { alike } = storingTimes()
        expect(yield* took(alike(answering(12, "stored", "already-stored")), 50)).toBe(12)
        expect(yield* took(alike(answering(5, "already-stored")), 50)).toBe(12)
        expect(yield* took(alike(answering(20, "already-stored")), 50)).toBe(20)
        expect(yield* took(alike(answering(5, "refused", "unavailable")), 50)).toBe(5)
      }),
    ))

  test("hardly waits where both kinds take the same time", () =>
    onTestClock(
      Effect.gen(function* () {
        const { alike } = storingTimes()
        const times = Array.from({ length: 20 }, (_, place) => 5 + place)
        for (const time of times) yield* took(alike(answering(time, "stored")), 50)
        for (const time of times) yield* took(alike(answering(time, "already-stored")), 50)
        for (const time of times) {
          const passed = yield* took(alike(answering(time, "already-stored")), 50)
          expect(passed).toBeGreaterThanOrEqual(time)
          expect(passed).toBeLessThanOrEqual(time + 4)
        }
      }),
    ))

  test("does not wait before anything was stored, nor for a time of long ago", () =>
    onTestClock(
      Effect.gen(function* () {
        const { alike } = storingTimes()
        expect(yield* took(alike(answering(5, "already-stored")), 50)).toBe(5)
        yield* took(alike(answering(400, "stored")), 500)
        for (let group = 0; group < 64; group++) yield* took(alike(answering(7, "stored")), 50)
        expect(yield* took(alike(answering(5, "already-stored")), 50)).toBe(7)
      }),
    ))
})

/** A machine that is busy for a moment skews one round. */
const mostRounds = 3
const pairs = Number(process.env["FULL"] === "1" ? 1_500 : 150)

test(`over ${pairs} pairs the known token is the faster in about half`, { timeout: 120_000 }, async () => {
  const service = await startService(behindProxy)
  const agent = kept(1)
  const timed = async (body: unknown): Promise<number> => {
    const began = performance.now()
    const { status } = await submit(service.url, body, { agent, headers: fromAnywhere() })
    expect(status).toBe(200)
    return performance.now() - began
  }
  const bodies = (samples("9-12", 7) ?? [].values()).take(mostRounds * pairs + 30).toArray()
  for (const body of bodies.splice(0, 30)) await timed(body)
  const share = async (): Promise<number> => {
    let faster = 0
    for (const body of bodies.splice(0, pairs)) {
      const first = await timed(body)
      await delay(2)
      if ((await timed(body)) < first) faster++
    }
    console.log(`the known token was the faster in ${faster} of ${pairs} pairs`)
    return faster / pairs
  }
  // It was 3 in 4 before known tokens waited, and more on a slower disk.
  const isAlike = (found: number): boolean => found > 0.3 && found < 0.7
  const found: number[] = []
  while (found.length < mostRounds && !found.some(isAlike)) found.push(await share())
  agent.destroy()
  await service.stop()
  expect(found.some(isAlike), found.join(", ")).toBe(true)
})
