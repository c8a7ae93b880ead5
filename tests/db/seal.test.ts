/** Opens a sealed row only with its own day's private key, and exactly as it was sealed. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { openRow } from "../../db/collection/open.ts"
import { sealGroup } from "../../db/collection/seal.ts"
import type { SealedRow } from "../../db/sealed-row.ts"
import { matched, newKeyPair } from "../support/arrival.ts"

const day = "2026-11-22"
const keys = await newKeyPair()
const opens = (row: SealedRow, privateKey = keys.privateKey) => Effect.runPromise(openRow(row, privateKey))
const one = (answer: string): SealedRow => {
  const { sealed } = sealGroup([matched(answer)], day, keys.publicKey)
  const [row] = sealed
  if (row === undefined) throw new Error("nothing was sealed")
  return row
}

test("each row of a group opens alone, and its position in the group is known", async () => {
  const group = Array.from({ length: 40 }, (_, index) => matched(`answer ${index}`, index % 2 === 0 ? "4-5" : "13-17"))
  const { sealed, order } = sealGroup(group, day, keys.publicKey)
  expect([...order].sort((a, b) => a - b)).toEqual(group.map((_, index) => index))
  for (const [index, row] of sealed.entries()) expect(await opens(row)).toEqual(group[order[index] ?? -1])
})

test("a group is sealed in random order: each response takes each position about equally often", async () => {
  const group = [0, 1, 2, 3].map((index) => matched(`${index}`))
  const seen = group.map(() => group.map(() => 0))
  for (let round = 0; round < 400; round++) {
    const { order } = sealGroup(group, day, keys.publicKey)
    for (const [place, index] of order.entries()) {
      const row = seen[place]
      if (row !== undefined) row[index] = (row[index] ?? 0) + 1
    }
  }
  for (const count of seen.flat()) expect(count).toBeGreaterThan(50)
  for (const count of seen.flat()) expect(count).toBeLessThan(160)
})

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))

describe("an altered row does not open", () => {
  test.each([
    ["ciphertext", (row: SealedRow) => ({ ...row, ciphertext: flipped(row.ciphertext, 7) })],
    ["tag", (row: SealedRow) => ({ ...row, ciphertext: flipped(row.ciphertext, row.ciphertext.length - 1) })],
    ["nonce", (row: SealedRow) => ({ ...row, nonce: flipped(row.nonce, 0) })],
    ["encapsulated key", (row: SealedRow) => ({ ...row, encapsulated: flipped(row.encapsulated, 0) })],
    ["form", (row: SealedRow) => ({ ...row, form: "4-5" as const })],
    ["day", (row: SealedRow) => ({ ...row, day: "2026-11-23" })],
    ["end", (row: SealedRow) => ({ ...row, ciphertext: row.ciphertext.subarray(0, 40) })],
  ])("in its %s", async (_, alter) => {
    const row = one("an answer")
    await expect(opens(alter(row))).rejects.toThrow("does not open")
  })
})

test("another day's key does not open a row, and the refusal does not quote the answer", async () => {
  const other = await newKeyPair()
  const error = await Effect.runPromise(Effect.flip(openRow(one("a secret word"), other.privateKey)))
  expect(error).toMatchObject({ _tag: "CannotOpen", day })
  expect(JSON.stringify(error)).not.toContain("secret")
})

test("a sealed row shows neither the answer nor its length", async () => {
  const [short, long] = [one("no"), one("x".repeat(300))]
  expect(short.ciphertext.length).toBe(long.ciphertext.length)
  expect(short.ciphertext.length % 512).toBe(16)
  expect(Buffer.from(long.ciphertext).includes("xxx")).toBe(false)
  expect(one("x".repeat(600)).ciphertext.length).toBe(1024 + 16)
})

test("every row has its own key and its own nonce, so that no two show that they came together", async () => {
  const group = [matched("a"), matched("a")]
  const rows = [...sealGroup(group, day, keys.publicKey).sealed, ...sealGroup(group, day, keys.publicKey).sealed]
  const distinct = (field: "encapsulated" | "nonce" | "ciphertext") =>
    new Set(rows.map((row) => Buffer.from(row[field]).toString("hex"))).size
  expect([distinct("encapsulated"), distinct("nonce"), distinct("ciphertext")]).toEqual([4, 4, 4])
})
