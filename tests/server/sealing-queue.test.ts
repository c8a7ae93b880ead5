/** The sealing queue groups responses by a clock that a test can move, answers each exactly once, and ends with its scope. */
import { EventEmitter } from "node:events"
import { setTimeout as delay } from "node:timers/promises"
import { Effect, Exit, Fiber, Layer, Scope } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import type { Outcome } from "../../db/collection/append.ts"
import { openRow } from "../../db/collection/open.ts"
import type { DayWithin } from "../../policy/window.ts"
import type { Append, ToWeb } from "../../src/deployment/messages.ts"
import { Channel, type Line } from "../../src/server/channel.ts"
import { SealingQueue } from "../../src/server/sealing-queue.ts"
import { matched, newKeyPair } from "../support/arrival.ts"

const day = "2027-04-20" as DayWithin
const keyPair = await newKeyPair()

/** A launcher that the test answers for. */
const launcher = () => {
  const process = new EventEmitter()
  const groups: Append[] = []
  const line: Line = Object.assign(process, {
    connected: true,
    send: (message: Append) => groups.push(message),
  })
  const tell = (message: ToWeb) => process.emit("message", message)
  tell({ kind: "keys", publicKeys: {}, pageKeys: {} })
  return {
    line,
    groups,
    listeners: () => process.listenerCount("message"),
    giveKeys: () => tell({ kind: "keys", publicKeys: { [day]: keyPair.publicKey }, pageKeys: {} }),
    answer: (group: number, outcomes: readonly Outcome[]) => tell({ kind: "appended", group, outcomes }),
  }
}

interface Queue {
  readonly store: SealingQueue["Service"]["store"]
  readonly close: Effect.Effect<void>
}

const queueOn = (line: Line): Effect.Effect<Queue> =>
  Effect.gen(function* () {
    const scope = yield* Scope.make()
    const layer = Layer.provide(SealingQueue.layer, Channel.layer(line))
    const services = yield* Layer.buildWithScope(layer, scope)
    const { store } = yield* Effect.provide(SealingQueue, services)
    return { store, close: Scope.close(scope, Exit.void) }
  })

/** WebCrypto needs real time, whatever the test's clock says. */
const until = (isSo: () => boolean): Effect.Effect<void> =>
  Effect.promise(async () => {
    for (let tries = 0; tries < 500 && !isSo(); tries++) await delay(10)
    expect(isSo()).toBe(true)
  })

const onTestClock = <A, E>(program: Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(Effect.provide(program, TestClock.layer()))

const storing = ({ store }: Queue, ids: readonly string[]) =>
  Effect.forEach(ids, (id) => Effect.forkChild(Effect.exit(store(matched(id), id, day)), { startImmediately: true }))

const ids = (count: number) => Array.from({ length: count }, (_, index) => `answer ${index}`)

test("a response waits 2 ms for others, then leaves with them as one shuffled, sealed group", () =>
  onTestClock(
    Effect.gen(function* () {
      const { line, groups, giveKeys, answer } = launcher()
      const queue = yield* queueOn(line)
      giveKeys()
      const fibers = yield* storing(queue, ids(5))
      yield* TestClock.adjust(1)
      yield* Effect.promise(() => delay(50))
      expect(groups).toEqual([])
      yield* TestClock.adjust(1)
      yield* until(() => groups.length === 1)
      const items = groups[0]?.items ?? []
      for (const { token, sealed } of items) {
        const opened = yield* openRow(sealed, keyPair.privateKey)
        expect(opened).toMatchObject({ answers: { "how-are-you": token } })
      }
      answer(
        groups[0]?.group ?? 0,
        items.map(({ token }) => (token === "answer 3" ? "already-stored" : "stored")),
      )
      const exits = yield* Effect.forEach(fibers, Fiber.join)
      expect(exits).toEqual(ids(5).map((id) => Exit.succeed(id === "answer 3" ? "already-stored" : "stored")))
    }),
  ))

test("sixteen responses leave at once, without waiting", () =>
  onTestClock(
    Effect.gen(function* () {
      const { line, groups, giveKeys } = launcher()
      const queue = yield* queueOn(line)
      giveKeys()
      yield* storing(queue, ids(17))
      yield* until(() => groups.length === 1)
      expect(groups[0]?.items).toHaveLength(16)
    }),
  ))

const notStored = (outcome: string) =>
  expect.objectContaining({
    _tag: "Failure",
    cause: expect.objectContaining({
      reasons: [expect.objectContaining({ error: expect.objectContaining({ _tag: "NotStored", outcome }) })],
    }),
  })

test("a group that the writer does not answer within 10 s is not stored, and a late answer changes nothing", () =>
  onTestClock(
    Effect.gen(function* () {
      const { line, groups, giveKeys, answer } = launcher()
      const queue = yield* queueOn(line)
      giveKeys()
      const [fiber] = yield* storing(queue, ids(1))
      yield* TestClock.adjust(2)
      yield* until(() => groups.length === 1)
      yield* TestClock.adjust(9_999)
      expect(fiber?.pollUnsafe()).toBeUndefined()
      yield* TestClock.adjust(1)
      answer(groups[0]?.group ?? 0, ["stored"])
      expect(fiber && (yield* Fiber.join(fiber))).toEqual(notStored("unavailable"))
    }),
  ))

test.each([
  ["the launcher is gone", { connected: false }, true],
  ["today's key has not come", {}, false],
])("when %s a response is not stored", (_, change, hasKeys) =>
  onTestClock(
    Effect.gen(function* () {
      const { line, giveKeys } = launcher()
      const queue = yield* queueOn(Object.assign(line, change))
      if (hasKeys) giveKeys()
      const [fiber] = yield* storing(queue, ids(1))
      yield* TestClock.adjust(2)
      yield* until(() => fiber?.pollUnsafe() !== undefined)
      expect(fiber && (yield* Fiber.join(fiber))).toEqual(notStored("unavailable"))
    }),
  ),
)

test("beyond 4,000 waiting responses the next is not stored", () =>
  onTestClock(
    Effect.gen(function* () {
      const { line, giveKeys } = launcher()
      const queue = yield* queueOn(line)
      giveKeys()
      const fibers = yield* storing(queue, ids(4_001))
      yield* until(() => fibers[4_000]?.pollUnsafe() !== undefined)
      expect(fibers.filter((fiber) => fiber.pollUnsafe() !== undefined)).toHaveLength(1)
    }),
  ))

test("two queues share nothing, and a queue that closes answers all that wait and stops listening", () =>
  onTestClock(
    Effect.gen(function* () {
      const [first, second] = [launcher(), launcher()]
      const [one, other] = [yield* queueOn(first.line), yield* queueOn(second.line)]
      first.giveKeys()
      second.giveKeys()
      const [ended] = yield* storing(one, ids(1))
      const [going] = yield* storing(other, ids(1))
      yield* one.close
      expect(ended && (yield* Fiber.join(ended))).toEqual(notStored("unavailable"))
      expect([first.listeners(), second.listeners()]).toEqual([0, 1])
      yield* TestClock.adjust(2)
      yield* until(() => second.groups.length === 1)
      expect(first.groups).toEqual([])
      second.answer(second.groups[0]?.group ?? 0, ["stored"])
      expect(going && (yield* Fiber.join(going))).toEqual(Exit.succeed("stored"))
    }),
  ))
