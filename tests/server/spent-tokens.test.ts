/** A token counts as just spent for ten seconds of the clock and as spent for a day, in the service that spent it and in no other. */
import { randomUUID } from "node:crypto"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import { SpentTokens } from "../../src/server/spent-tokens.ts"
import { TokenSet } from "../../src/server/token-set.ts"

const [first, second] = [randomUUID(), randomUUID()]
const hour = 60 * 60 * 1000

const withOwnTokens = <A>(program: Effect.Effect<A, never, SpentTokens>, most?: number): Promise<A> =>
  Effect.runPromise(Effect.provide(program, [SpentTokens.layer(most), TestClock.layer()]))

test("a token is remembered for ten seconds and then forgotten", () =>
  withOwnTokens(
    Effect.gen(function* () {
      const tokens = yield* SpentTokens
      yield* tokens.spend(first)
      yield* TestClock.adjust(5_000)
      yield* tokens.spend(second)
      yield* TestClock.adjust(4_999)
      expect(yield* tokens.wasJustSpent(first)).toBe(true)
      yield* TestClock.adjust(1)
      expect(yield* tokens.wasJustSpent(first)).toBe(false)
      expect(yield* tokens.wasJustSpent(second)).toBe(true)
    }),
  ))

test("a token that was never sent was not just spent", () =>
  withOwnTokens(Effect.flatMap(SpentTokens, (tokens) => tokens.wasJustSpent(first))).then((spent) =>
    expect(spent).toBe(false),
  ))

test("two services do not share their tokens", async () => {
  await withOwnTokens(Effect.flatMap(SpentTokens, (tokens) => tokens.spend(first)))
  const spent = await withOwnTokens(Effect.flatMap(SpentTokens, (tokens) => tokens.wasJustSpent(first)))
  expect(spent).toBe(false)
})

test("a token stays spent for as long as a page of its survey can be opened, and is then forgotten", () =>
  withOwnTokens(
    Effect.gen(function* () {
      const tokens = yield* SpentTokens
      yield* tokens.spend(first)
      yield* TestClock.adjust(24 * hour)
      yield* tokens.spend(second)
      expect(yield* tokens.isSpent(first)).toBe(true)
      yield* TestClock.adjust(hour)
      expect(yield* tokens.isSpent(first)).toBe(false)
      expect(yield* tokens.isSpent(second)).toBe(true)
      expect(yield* tokens.isSpent(randomUUID())).toBe(false)
    }),
  ))

const uuid = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`

test("beyond the most that may be held those of the oldest hour are forgotten, and those of this hour stay", () =>
  withOwnTokens(
    Effect.gen(function* () {
      const tokens = yield* SpentTokens
      yield* tokens.spend(first)
      yield* TestClock.adjust(hour)
      for (let number = 0; number < 1_000; number++) yield* tokens.spend(uuid(number))
      expect(yield* tokens.isSpent(first)).toBe(false)
      expect(yield* tokens.isSpent(uuid(0))).toBe(true)
    }),
    1_000,
  ))

test("500,000 tokens take no more than 10 MB, and each is found", () => {
  const tokens = new TokenSet()
  const all = Array.from({ length: 500_000 }, (_, number) => uuid(number * 7_919))
  for (const token of [...all, ...all.slice(0, 100)]) tokens.add(token)
  expect(tokens.size).toBe(500_000)
  expect(tokens.bytes).toBeLessThanOrEqual(10_000_000)
  expect(all.every((token) => tokens.has(token))).toBe(true)
  expect(Array.from({ length: 1_000 }, () => randomUUID()).filter((token) => tokens.has(token))).toEqual([])
})
