/** Keys are random and end with their day; tokens are kept as keyed hashes alone, for their days; groups lose their order. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { sealGroup } from "../../db/collection/seal.ts"
import { daysAfter } from "../../db/keys/civil-day.ts"
import { markClosed } from "../../db/keys/closed-marker.ts"
import { keepDayKeys, privateKeyFile } from "../../db/keys/day-keys.ts"
import { keepPageKeys } from "../../db/keys/page-keys.ts"
import { keepTokenKey, readTokenKey, tokenHash } from "../../db/keys/token-key.ts"
import { keepWaitingKeys, lastDayOf } from "../../db/keys/waiting-keys.ts"
import { shuffle } from "../../db/shuffle.ts"
import { parameters } from "../../policy/parameters.ts"
import { sealedLife } from "../../src/server/page-state.ts"
import { arrival, matched, newKeyPair } from "../support/arrival.ts"
import { newFolder, newSource, opened, rawly } from "../support/store.ts"
import { done, matchedSamples, ready } from "../support/transfer.ts"

const anonymous = { tags: ["responses-are-anonymous-and-final" as const] }
const emptied = { tags: ["web-server-emptied-at-close" as const] }
const day = "2026-03-02"

/** As random bytes are: of 32, no more than a few are equal. */
const looksRandom = (key: Uint8Array): boolean => key.length === 32 && new Set(key).size > 20

describe("keys", () => {
  test("a day's private key is random, and is destroyed once its answers are transferred", emptied, async () => {
    const place = await ready("sqlite", { [day]: matchedSamples(3, 1) })
    expect(existsSync(privateKeyFile(place.dataDir, day))).toBe(true)
    await done(place)
    expect(existsSync(privateKeyFile(place.dataDir, day))).toBe(false)
    const dataDir = newFolder()
    const shown = Object.values(await Effect.runPromise(keepDayKeys(dataDir, day)))
    const kept = shown.map((_, ahead) => readFileSync(privateKeyFile(dataDir, daysAfter(day, ahead))))
    expect(kept.filter(looksRandom)).toHaveLength(parameters.dayKeysAhead.value + 1)
    expect(new Set([...shown, ...kept].map((key) => Buffer.from(key).toString("hex"))).size).toBe(2 * kept.length)
  })

  test("page keys are random, and those older than yesterday's are destroyed", anonymous, () => {
    const dataDir = newFolder()
    const first = keepPageKeys(dataDir, day)
    expect(Object.values(first).filter(looksRandom)).toHaveLength(3)
    expect(new Set(Object.values(first).map((key) => Buffer.from(key).toString("hex"))).size).toBe(3)
    keepPageKeys(dataDir, daysAfter(day, 3))
    const pageKey = (of: string) => join(dataDir, "keys", "page", `${of}.key`)
    expect(Object.keys(first).filter((of) => existsSync(pageKey(of)))).toEqual([])
    expect(sealedLife).toBe(24 * 60 * 60 * 1000)
  })

  test(
    "keys of surveys that wait are random, and destroyed after a week, in which a retry is still recognised",
    anonymous,
    () => {
      const dataDir = newFolder()
      const weekLater = daysAfter(day, parameters.waitingKeyLife.value)
      const first = keepWaitingKeys(dataDir, day)
      expect(Object.keys(first)).toEqual([day, daysAfter(day, 1)])
      expect(Object.values(first).filter(looksRandom)).toHaveLength(2)
      expect(keepWaitingKeys(dataDir, daysAfter(weekLater, -1))[day]).toEqual(first[day])
      expect(lastDayOf(day)).toBe(daysAfter(weekLater, -1))
      expect(Object.keys(keepWaitingKeys(dataDir, weekLater))).not.toContain(day)
      expect(existsSync(join(dataDir, "keys", "waiting", `${day}.key`))).toBe(false)
      expect(parameters.waitingKeyLife.value).toBeLessThanOrEqual(parameters.tokenLife.value)
    },
  )

  test("no key of a survey that waits is left once a close has begun", emptied, () => {
    const dataDir = newFolder()
    keepWaitingKeys(dataDir, day)
    markClosed(dataDir)
    expect(keepWaitingKeys(dataDir, day)).toEqual({})
    expect(readdirSync(join(dataDir, "keys", "waiting"))).toEqual([])
  })
})

describe("tokens", () => {
  test("a token is stored as a hash that needs a random key", anonymous, () => {
    const [one, other] = [newFolder(), newFolder()].map((dataDir) => {
      keepTokenKey(dataDir)
      return readTokenKey(dataDir) ?? new Uint8Array()
    })
    if (one === undefined || other === undefined) throw new Error("no key was kept")
    expect([one, other].filter(looksRandom)).toHaveLength(2)
    const token = "00000000-0000-4000-8000-000000000000"
    const hash = tokenHash(one, token)
    expect(hash).toHaveLength(32)
    expect(Buffer.from(hash).includes(token.slice(0, 8))).toBe(false)
    expect(tokenHash(one, token)).toEqual(hash)
    expect(tokenHash(other, token)).not.toEqual(hash)
  })

  test("a spent token is dropped after its days, and not before", anonymous, async () => {
    const source = await newSource("sqlite")
    const collection = await opened(source)
    const { db } = rawly(source)
    const held = async () => (await db.selectFrom("token").selectAll().execute()).length
    await collection.append([arrival("a"), arrival("b")], day)
    await Effect.runPromise(collection.dropExpiredTokens(day))
    expect(await held()).toBe(2)
    await Effect.runPromise(collection.dropExpiredTokens(daysAfter(day, 1)))
    expect(await held()).toBe(0)
    expect(parameters.tokenLife.value).toBe(7)
  })
})

describe("order", () => {
  test("a group is shuffled before it is sealed", anonymous, async () => {
    const { publicKey } = await newKeyPair()
    const group = Array.from({ length: 12 }, (_, at) => matched(`answer ${at}`))
    const orders = await Promise.all([1, 2, 3].map(async () => (await sealGroup(group, day, publicKey)).order.join()))
    expect(new Set([...orders, group.map((_, at) => at).join()]).size).toBe(4)
    const items = Array.from({ length: 40 }, (_, at) => at)
    expect(shuffle(items)).not.toEqual(items)
    expect(shuffle(items).toSorted((one, two) => one - two)).toEqual(items)
  })
})
