/** Makes keys a week in advance, keeps them over restarts, and shows a public key only after its private key is safe. */
import { existsSync, linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DateTime, Effect } from "effect"
import { expect, test } from "vitest"
import { openRow } from "../../db/collection/open.ts"
import { sealGroup } from "../../db/collection/seal.ts"
import { dayOf, daysAfter, untilNextLook } from "../../db/keys/civil-day.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { destroyKey, keepKey, readKey } from "../../db/keys/key-file.ts"
import { keepPageKeys } from "../../db/keys/page-keys.ts"
import { keepTokenKey, readTokenKey, tokenHash } from "../../db/keys/token-key.ts"
import { civilDate } from "../../policy/civil-day.ts"
import { matched } from "../support/arrival.ts"
import { dayKeys } from "../support/day-keys.ts"
import { newFolder } from "../support/store.ts"

const today = "2026-11-22"

test("today and each of the next seven days have a matching key pair", async () => {
  const dataDir = newFolder()
  const publicKeys = await dayKeys(dataDir, today)
  expect(Object.keys(publicKeys)).toEqual(Array.from({ length: 8 }, (_, days) => daysAfter(today, days)))
  for (const [day, publicKey] of Object.entries(publicKeys)) {
    const privateKey = readKey(privateKeyFile(dataDir, day)) ?? new Uint8Array()
    const { sealed } = sealGroup([matched("an answer")], day, publicKey)
    for (const row of sealed) expect(await Effect.runPromise(openRow(row, privateKey))).toEqual(matched("an answer"))
  }
})

test("a restart finds the same keys, and the next day adds one", async () => {
  const dataDir = newFolder()
  const first = await dayKeys(dataDir, today)
  expect(await dayKeys(dataDir, today)).toEqual(first)
  const { [today]: past, ...kept } = first
  expect(past).toBeDefined()
  expect(await dayKeys(dataDir, daysAfter(today, 1))).toMatchObject(kept)
  expect(existsSync(privateKeyFile(dataDir, today)), "the answers of a past day still open").toBe(true)
})

test("a public key that does not belong to the private key is replaced", async () => {
  const dataDir = newFolder()
  const first = await dayKeys(dataDir, today)
  writeFileSync(join(dataDir, "keys", "public", `${today}.key`), new Uint8Array(32).fill(9))
  expect(await dayKeys(dataDir, today)).toEqual(first)
})

test("a private key that could not be stored has no public key", async () => {
  const dataDir = newFolder()
  writeFileSync(join(dataDir, "keys"), "a file where the folder should be")
  await expect(dayKeys(dataDir, today)).rejects.toThrow()
})

test("only the owner can read key files, and no draft is left", async () => {
  const dataDir = newFolder()
  await dayKeys(dataDir, today)
  keepTokenKey(dataDir)
  keepPageKeys(dataDir, today)
  const names = readdirSync(join(dataDir, "keys"), { recursive: true, withFileTypes: true })
  for (const entry of names) {
    const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777
    expect(mode, entry.name).toBe(entry.isDirectory() ? 0o700 : 0o600)
    expect(entry.name).toMatch(
      entry.isDirectory() ? /^(private|public|page|waiting)$/ : /^(token|\d{4}-\d\d-\d\d)\.key$/,
    )
  }
})

test("two processes that make a key at once both use the first one", () => {
  const file = join(newFolder(), "one.key")
  const first = keepKey(file, new Uint8Array(32).fill(1))
  expect(keepKey(file, new Uint8Array(32).fill(2))).toEqual(first)
  expect(new Uint8Array(readFileSync(file))).toEqual(first)
})

test("a destroyed key is overwritten, so that another link to its file does not show it", () => {
  const file = join(newFolder(), "one.key")
  const key = keepKey(file, new Uint8Array(32).fill(1))
  linkSync(file, `${file}.left`)
  destroyKey(file)
  expect(readKey(file)).toBeUndefined()
  expect(readKey(`${file}.left`)).toHaveLength(32)
  expect(readKey(`${file}.left`)).not.toEqual(key)
  destroyKey(file)
})

test("yesterday's page key remains, and older ones are deleted", () => {
  const dataDir = newFolder()
  const first = keepPageKeys(dataDir, today)
  const next = keepPageKeys(dataDir, daysAfter(today, 1))
  expect(next[today]).toEqual(first[today])
  expect(readdirSync(join(dataDir, "keys", "page")).sort()).toEqual(
    [0, 1, 2].map((days) => `${daysAfter(today, days)}.key`),
  )
})

test("a token has the same hash after a restart, and another hash under another key", () => {
  const dataDir = newFolder()
  keepTokenKey(dataDir)
  const key = readTokenKey(dataDir) ?? new Uint8Array()
  keepTokenKey(dataDir)
  expect(readTokenKey(dataDir)).toEqual(key)
  expect(tokenHash(key, "a")).toHaveLength(32)
  expect(tokenHash(key, "a")).not.toEqual(tokenHash(new Uint8Array(32), "a"))
  rmSync(join(dataDir, "keys", "token.key"))
  expect(readTokenKey(dataDir)).toBeUndefined()
})

test("a day is a London day: in summer it begins an hour before the UTC day", () => {
  expect(dayOf(Date.parse("2026-07-01T22:59:59Z"))).toBe("2026-07-01")
  expect(dayOf(Date.parse("2026-07-01T23:00:00Z"))).toBe("2026-07-02")
  expect(dayOf(Date.parse("2026-11-22T23:59:59Z"))).toBe("2026-11-22")
  expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01")
  expect(daysAfter("2027-03-27", 2)).toBe("2027-03-29")
})

test("the keeper and the server agree on the day at every hour of three years", () => {
  for (let at = Date.parse("2026-01-01T00:00:00Z"); at < Date.parse("2029-01-01T00:00:00Z"); at += 3_600_000)
    if (dayOf(at) !== civilDate(DateTime.makeUnsafe(at))) throw new Error(new Date(at).toISOString())
})

test("the clock is read again at midnight, and at least every hour", () => {
  const hour = 3_600_000
  expect(untilNextLook(Date.parse("2026-11-22T12:00:00Z"))).toBe(hour)
  expect(untilNextLook(Date.parse("2026-11-22T23:50:00Z"))).toBe(hour / 6)
  expect(untilNextLook(Date.parse("2026-07-01T22:59:59.999Z"))).toBe(1)
  expect(untilNextLook(Date.parse("2026-07-01T23:30:00Z"))).toBe(hour)
})
