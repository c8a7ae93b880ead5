/** After every night of a window, no byte of the collection's files shows a response of a day whose key was destroyed. */
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Effect, Exit, Scope } from "effect"
import { expect, test, vi } from "vitest"
import { openCollection } from "../../db/collection/collection.ts"
import { daysAfter } from "../../db/keys/civil-day.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keepKey } from "../../db/keys/key-file.ts"
import { sealedRowsIn } from "../../db/residue/sealed-rows.ts"
import { newKeyPair } from "../support/arrival.ts"
import { allRows, atEnd, rawly } from "../support/store.ts"
import { append, done, leftIn, matchedSamples, ready } from "../support/transfer.ts"

const nights = process.env["FULL"] === "1" ? 30 : 6
const aDay = process.env["FULL"] === "1" ? 300 : 150
const tags = ["web-server-emptied-at-close" as const]

test(`${nights} nights leave nothing of the days that were transferred`, {
  tags,
  timeout: nights * 20_000,
}, async () => {
  vi.useFakeTimers({ toFake: ["Date"] })
  atEnd(() => vi.useRealTimers())
  const place = await ready("sqlite", {})
  const file = place.collection.dialect === "sqlite" ? place.collection.file : ""
  const scope = await Effect.runPromise(Scope.make())
  const writer = await Effect.runPromise(openCollection(place.collection, "rehearsal").pipe(Scope.provide(scope)))
  const samples = matchedSamples(aDay, 21)
  const keys = new Map<string, Uint8Array>()
  const publicKeyOf = async (day: string): Promise<Uint8Array> => {
    const known = keys.get(day)
    if (known !== undefined) return known
    const { publicKey, privateKey } = await newKeyPair()
    keepKey(privateKeyFile(place.dataDir, day), privateKey)
    keys.set(day, publicKey)
    return publicKey
  }
  const come = async (day: string, from: number, to: number): Promise<void> => {
    for (let at = from; at < to; at += 5) {
      await append(writer, samples.slice(at, Math.min(at + 5, to)), day, await publicKeyOf(day))
      if (at % 20 === 0) await Effect.runPromise(writer.mix)
    }
  }
  const destroyed: string[] = []
  const traces: Buffer[] = []
  let day = "2026-03-02"
  await come(day, 0, 20)
  for (let night = 0; night < nights; night++) {
    const next = daysAfter(day, 1)
    await come(day, 20, aDay)
    // Some answer in the night, after midnight and before the transfer; their rows are with those of the day before.
    await come(next, 0, 20)
    const rows = (await allRows(rawly(place.collection))).filter((row) => row.day === day)
    expect(rows).toHaveLength(aDay)
    traces.push(...rows.map(({ ciphertext }) => Buffer.from(ciphertext.subarray(100, 148))))
    vi.setSystemTime(`${next}T02:00:00Z`)
    expect((await done(place)).finished).toEqual([day])
    destroyed.push(day)
    const folder = dirname(file)
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name))
      expect(sealedRowsIn(bytes, destroyed), `${name} after ${day}`).toEqual([])
      expect(traces.filter((trace) => bytes.includes(trace)).length, `${name} after ${day}`).toBe(0)
    }
    expect(await leftIn(place)).toBe(20)
    day = next
  }
  await Effect.runPromise(Scope.close(scope, Exit.void))
})
