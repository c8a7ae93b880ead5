/** S6: a school behind one address is let through, more is slowed by work or a turn, and nobody is ever refused. */
import { randomUUID } from "node:crypto"
import { solveChallenge } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2"
import { Effect, Exit, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import { Admission, burst, timesTheLeast } from "../../../src/server/senders/admission.ts"
import { type Sender, Senders } from "../../../src/server/senders/senders.ts"
import type { Challenge, Work } from "../../../src/server/senders/work.ts"

const minute = 60_000
const hour = 60 * minute
const addressOf = ({ headers }: Request) => headers.get("from") ?? undefined
const from = (address: string) => new Request("http://localhost/", { headers: { from: address } })

const onTestClock = <A, E>(program: Effect.Effect<A, E, Admission | Senders>, most?: number): Promise<A> => {
  const layer = Layer.provideMerge(Admission.layer, Senders.layer(addressOf, most))
  const now = TestClock.setTime(Date.now())
  return Effect.runPromise(Effect.provide(Effect.andThen(now, program), [layer, TestClock.layer()]))
}

const senderAt = (address: string) => Effect.flatMap(Senders, ({ of }) => of(from(address)))

const admitted = (sender: Sender, work?: Work | "cannot", token: string = randomUUID()) =>
  Effect.flatMap(Admission, ({ admit }) => Effect.flip(Effect.flip(admit(sender, token, work))))

const asked = (sender: Sender) =>
  Effect.flatMap(Effect.flip(admitted(sender)), (refusal) =>
    refusal._tag === "WorkFirst" ? Effect.succeed(refusal.challenge) : Effect.die("not asked for work"),
  )

const solved = (challenge: Challenge) =>
  Effect.promise(async (): Promise<Work> => {
    const solution = await solveChallenge({ challenge, deriveKey })
    if (solution === null) throw new Error("not solved")
    return { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } }
  })

const exhaust = (sender: Sender) => Effect.forEach(Array.from({ length: burst }), () => admitted(sender))

test(
  "1,500 children who finish behind one address in 10 minutes are all let through; a class elsewhere is asked nothing",
  () =>
    onTestClock(
      Effect.gen(function* () {
        const [school, class1] = [yield* senderAt("192.0.2.7"), yield* senderAt("192.0.2.8")]
        let worked = 0
        for (let child = 0; child < 1_500; child++) {
          if (child % 50 === 0) yield* admitted(class1)
          yield* TestClock.adjust((10 * minute) / 1_500)
          const exit = yield* Effect.exit(admitted(school))
          if (Exit.isSuccess(exit)) continue
          worked += 1
          // One in 150 solves what it was asked; the others would, too, and cost this test its time.
          if (worked % 150 === 0) yield* admitted(school, yield* solved(yield* asked(school)))
        }
        expect(worked).toBeGreaterThan(0)
        const { sent } = yield* Senders
        expect(yield* sent(class1)).toBe(30)
      }),
    ),
  60_000,
)

describe("beyond the burst", () => {
  test("work is asked for, and grows with what was let through", () => {
    expect([0, 600, 1_199, 1_200, 6_000, 1_000_000].map(timesTheLeast)).toEqual([0, 1, 1, 2, 10, 16])
  })

  test("a challenge is good once, for five minutes, and only as it was made", () =>
    onTestClock(
      Effect.gen(function* () {
        const sender = yield* senderAt("192.0.2.7")
        yield* exhaust(sender)
        const work = yield* solved(yield* asked(sender))
        const other = yield* solved(yield* asked(sender))
        const { challenge, solution } = work
        const tampered: readonly Work[] = [
          {
            challenge,
            solution: { ...solution, counter: solution.counter + 1, derivedKey: other.solution.derivedKey },
          },
          { challenge, solution: other.solution },
          { challenge: { ...challenge, signature: other.challenge.signature }, solution },
          { challenge: { ...challenge, parameters: { ...challenge.parameters, expiresAt: 4e9 } }, solution },
        ]
        for (const each of tampered) expect(Exit.isFailure(yield* Effect.exit(admitted(sender, each)))).toBe(true)
        yield* admitted(sender, work)
        expect(Exit.isFailure(yield* Effect.exit(admitted(sender, work)))).toBe(true)
        yield* TestClock.adjust(5 * minute)
        expect(Exit.isFailure(yield* Effect.exit(admitted(sender, other)))).toBe(true)
      }),
    ))

  test("the same work sent many times at once is good once", () =>
    onTestClock(
      Effect.gen(function* () {
        const sender = yield* senderAt("192.0.2.7")
        yield* exhaust(sender)
        const work = yield* solved(yield* asked(sender))
        const sending = Array.from({ length: 20 }, () => Effect.exit(admitted(sender, work)))
        const exits = yield* Effect.all(sending, { concurrency: "unbounded" })
        expect(exits.filter(Exit.isSuccess)).toHaveLength(1)
      }),
    ))

  test("who cannot work gets a turn every 3 seconds, in order, and keeps it while it asks again", () =>
    onTestClock(
      Effect.gen(function* () {
        const sender = yield* senderAt("192.0.2.7")
        yield* exhaust(sender)
        const tokens = Array.from({ length: 30 }, () => randomUUID())
        const waits = yield* Effect.forEach(tokens, (token) => Effect.flip(admitted(sender, "cannot", token)))
        expect(waits).toMatchObject(tokens.map((_, place) => ({ _tag: "TurnLater", seconds: 3 * (place + 1) })))
        yield* TestClock.adjust(45_000)
        const exits = yield* Effect.forEach(tokens, (token) => Effect.exit(admitted(sender, "cannot", token)))
        expect(exits.map(Exit.isSuccess)).toEqual(tokens.map((_, place) => place < 15))
        yield* TestClock.adjust(45_000)
        yield* Effect.forEach(tokens.slice(15), (token) => admitted(sender, "cannot", token))
      }),
    ))

  test("a page without script is held until its turn, or asked to send again; one of very many is to send later", () =>
    onTestClock(
      Effect.gen(function* () {
        const { awaitTurn } = yield* Admission
        const sender = yield* senderAt("192.0.2.7")
        expect(yield* awaitTurn(yield* senderAt("192.0.2.8"), "first")).toBe("now")
        yield* exhaust(sender)
        const start = (token: string) => Effect.forkChild(awaitTurn(sender, token), { startImmediately: true })
        const fibers = yield* Effect.forEach(["a", "b", "c"], start)
        yield* TestClock.adjust(8_000)
        expect(yield* Effect.forEach(fibers, Fiber.join)).toEqual(["now", "now", "again"])
        yield* TestClock.adjust(1_000)
        expect(yield* awaitTurn(sender, "c")).toBe("now")
        const many = yield* Effect.forEach(
          Array.from({ length: 60 }, (_, child) => `child ${child}`),
          start,
        )
        yield* TestClock.adjust(8_000)
        const turns = yield* Effect.forEach(many, Fiber.join)
        expect(new Set(turns)).toEqual(new Set(["now", "again", "later"]))
      }),
    ))
})

describe("a sender", () => {
  test("is a hash that says nothing of its address and is another one after an hour", () =>
    onTestClock(
      Effect.gen(function* () {
        const before = yield* senderAt("192.0.2.7")
        expect(before).toMatch(/^[A-Za-z0-9+/]{43}=$/)
        expect(yield* senderAt("192.0.2.7")).toBe(before)
        expect(yield* senderAt("192.0.2.8")).not.toBe(before)
        yield* exhaust(before)
        yield* asked(before)
        yield* TestClock.adjust(hour)
        const after = yield* senderAt("192.0.2.7")
        expect(after).not.toBe(before)
        yield* admitted(after)
      }),
    ))

  test("of many addresses gains nothing: beyond the most that are counted they share one count", () =>
    onTestClock(
      Effect.gen(function* () {
        const { sent } = yield* Senders
        for (let sender = 0; sender < 30; sender++) yield* admitted(yield* senderAt(`192.0.2.${sender}`))
        expect(yield* sent(yield* senderAt("192.0.2.1"))).toBe(1)
        expect(yield* sent(yield* senderAt("192.0.2.200"))).toBe(20)
      }),
      10,
    ))
})
