/** The transfer runs as the service starts and once a night at its hour in London, one at a time; a bad night is loud and stops nothing. */
import { existsSync, rmSync } from "node:fs"
import { setTimeout as delay } from "node:timers/promises"
import { describe, expect, test } from "vitest"
import { dayOf, hourOf } from "../../db/keys/civil-day.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keepKey } from "../../db/keys/key-file.ts"
import type { NightlyResult } from "../../src/deployment/messages.ts"
import { collectionSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { eachNight } from "../../src/launcher/night.ts"
import { oneNight } from "../../src/launcher/nightly.ts"
import { newKeyPair } from "../support/arrival.ts"
import { allRows, newFolder, opened, rawly } from "../support/store.ts"
import { append, matchedSamples } from "../support/transfer.ts"

const tags = ["web-server-emptied-at-close" as const]
const hour = 3_600_000

/** Time passes when it is waited for, and while the work is done. */
const nights = async (from: string, until: string, at: number, takes: number | "fails" = 60_000) => {
  let now = Date.parse(from)
  const began: string[] = []
  const said: string[] = []
  let running = 0
  const transfer = async (): Promise<NightlyResult> => {
    expect(++running, "one at a time").toBe(1)
    began.push(new Date(now).toISOString())
    if (takes !== "fails") now += takes
    await delay(0)
    running--
    if (takes === "fails") throw new Error("an answer")
    return { outcome: "done", sentence: "done." }
  }
  const wait = async (milliseconds: number) => {
    now += milliseconds
    return now < Date.parse(until)
  }
  const clock = { now: () => now, wait }
  const report = (outcome: "done" | "failed", sentence: string) => void said.push(`${outcome}: ${sentence}`)
  await eachNight({ at, clock, transfer, report })
  return { began, said }
}

describe("a night", { tags }, () => {
  test("each has one transfer, at the hour that London's clock shows, in winter and in summer", async () => {
    for (const [from, until] of [
      ["2026-03-20T12:00:00Z", "2026-04-10T12:00:00Z"],
      ["2026-10-15T12:00:00Z", "2026-11-05T12:00:00Z"],
    ] as const)
      for (const at of [0, 1, 2, 23]) {
        const [atStart, ...began] = (await nights(from, until, at)).began
        expect(atStart).toBe(new Date(from).toISOString())
        const days = began.map((each) => dayOf(Date.parse(each)))
        expect(new Set(days).size, `${from} ${at}`).toBe(began.length)
        // At 23 o'clock of the first day nothing is left to do.
        expect(began).toHaveLength(at === 23 ? 20 : 21)
        // A day may get answers for an hour after its end.
        const late = began.filter((each) => hourOf(Date.parse(each)) !== Math.max(at, 1))
        // There is no 1 o'clock on the last Sunday of March.
        expect(late).toEqual(at < 2 && from.startsWith("2026-03") ? ["2026-03-29T01:00:00.000Z"] : [])
      }
  })

  test("a service that starts later in the day transfers as it starts, and then at the hour", async () => {
    expect((await nights("2026-11-22T08:30:00Z", "2026-11-23T02:10:00Z", 2)).began).toEqual([
      "2026-11-22T08:30:00.000Z",
      "2026-11-23T02:00:00.000Z",
    ])
  })

  test("one that takes more than a day is not joined by another", async () => {
    const { began } = await nights("2026-11-22T00:00:00Z", "2026-11-26T00:00:00Z", 2, 30 * hour)
    expect(began).toEqual([
      "2026-11-22T00:00:00.000Z",
      "2026-11-23T06:01:00.000Z",
      "2026-11-24T12:02:00.000Z",
      "2026-11-25T18:03:00.000Z",
    ])
  })

  test("a failed night is tried again each hour, and reported once a day in one line without the error's words", async () => {
    const { said, began } = await nights("2026-11-22T03:00:00Z", "2026-11-24T03:00:00Z", 2, "fails")
    expect(began).toHaveLength(48)
    expect(said).toHaveLength(3)
    expect(said[0]).toMatch(/^failed: The transfer of the days before 2026-11-22 FAILED: /)
    expect(said.join()).not.toContain("an answer")
  })
})

describe("its process", { tags }, () => {
  const day = "2026-03-02"
  const withAnswers = async (): Promise<StorageSettings> => {
    const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
    const { publicKey, privateKey } = await newKeyPair()
    keepKey(privateKeyFile(storage.dataDir, day), privateKey)
    const collection = await opened(collectionSource(storage))
    for (let sent = 0; sent < 4; sent++) await append(collection, matchedSamples(12, sent), day, publicKey)
    return storage
  }
  const left = async (storage: StorageSettings) => (await allRows(rawly(collectionSource(storage)))).length

  test("transfers while the service has the store open, and reports in bands", async () => {
    const storage = await withAnswers()
    const line = "Transferred in rehearsal: 40 answers arrived; 1 day complete, with every private key destroyed."
    expect(await oneNight(storage).transfer()).toEqual({ outcome: "done", sentence: line })
    expect([await left(storage), existsSync(privateKeyFile(storage.dataDir, day))]).toEqual([0, false])
  })

  test("says what went badly, and leaves the answers where they are", async () => {
    const storage = await withAnswers()
    rmSync(privateKeyFile(storage.dataDir, day))
    const { outcome, sentence } = await oneNight(storage).transfer()
    expect(outcome).toBe("failed")
    expect(sentence).toContain(`The private key of ${day} is missing`)
    expect(await left(storage)).toBe(48)
  })

  test("an interrupted transfer reports it, and the next one continues", async () => {
    const storage = await withAnswers()
    const night = oneNight(storage)
    const ended = night.transfer()
    night.stop()
    expect(await ended).toEqual({ outcome: "failed", sentence: "it ended before it was done." })
    expect((await oneNight(storage).transfer()).outcome).toBe("done")
    expect(await left(storage)).toBe(0)
  })
})
