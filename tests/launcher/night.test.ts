/** The nightly transfer runs once a night at its hour in London, one at a time, and a bad night is loud and stops nothing. */
import { existsSync, rmSync } from "node:fs"
import { setTimeout as delay } from "node:timers/promises"
import { describe, expect, test } from "vitest"
import { dayOf, hourOf } from "../../db/keys/civil-day.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keepKey } from "../../db/keys/key-file.ts"
import { eachNight, type NightsWork, nightlyHour } from "../../src/launcher/night.ts"
import { oneNight } from "../../src/launcher/nightly.ts"
import { collectionSource, type Place } from "../../src/launcher/place.ts"
import { newKeyPair } from "../support/arrival.ts"
import { newFolder, opened, rawly } from "../support/store.ts"
import { append, matchedSamples } from "../support/transfer.ts"

const tags = ["web-server-emptied-at-close" as const]
const hour = 3_600_000

/** Time passes when it is waited for, and while the work is done. */
const nights = async (from: string, until: string, at: number, takes: number | "fails" = 60_000) => {
  let now = Date.parse(from)
  const began: string[] = []
  const said: string[] = []
  let running = 0
  const work = async (): Promise<NightsWork> => {
    expect(++running, "one at a time").toBe(1)
    began.push(new Date(now).toISOString())
    if (takes !== "fails") now += takes
    await delay(0)
    running--
    if (takes === "fails") throw new Error("an answer")
    return { went: "well", line: "done." }
  }
  const wait = async (milliseconds: number) => {
    now += milliseconds
    return now < Date.parse(until)
  }
  const clock = { now: () => now, wait }
  const [well, badly] = [(line: string) => void said.push(line), (line: string) => void said.push(`loud: ${line}`)]
  await eachNight({ at, clock, work, well, badly })
  return { began, said }
}

describe("a night", { tags }, () => {
  test("each has one transfer, at the hour that London's clock shows, in winter and in summer", async () => {
    for (const [from, until] of [
      ["2026-03-20T12:00:00Z", "2026-04-10T12:00:00Z"],
      ["2026-10-15T12:00:00Z", "2026-11-05T12:00:00Z"],
    ] as const)
      for (const at of [0, 1, 2, 23]) {
        const { began } = await nights(from, until, at)
        const days = began.map((each) => dayOf(Date.parse(each)))
        expect(new Set(days).size, `${from} ${at}`).toBe(began.length)
        expect(began).toHaveLength(21)
        const late = began.filter((each) => hourOf(Date.parse(each)) !== at)
        // There is no 1 o'clock on the last Sunday of March.
        expect(late).toEqual(at === 1 && from.startsWith("2026-03") ? ["2026-03-29T01:00:00.000Z"] : [])
      }
  })

  test("a service that starts later in the day waits for the next night", async () => {
    expect((await nights("2026-11-22T02:30:00Z", "2026-11-23T01:59:00Z", 2)).began).toEqual([])
    expect((await nights("2026-11-22T01:30:00Z", "2026-11-22T02:10:00Z", 2)).began).toEqual([
      "2026-11-22T02:00:00.000Z",
    ])
  })

  test("one that takes more than a day is not joined by another", async () => {
    const { began } = await nights("2026-11-22T00:00:00Z", "2026-11-26T00:00:00Z", 2, 30 * hour)
    expect(began).toEqual([
      "2026-11-22T02:00:00.000Z",
      "2026-11-23T08:01:00.000Z",
      "2026-11-24T14:02:00.000Z",
      "2026-11-25T20:03:00.000Z",
    ])
  })

  test("one that fails is said in a line of its own, without its error's words, and the next is tried", async () => {
    const { said } = await nights("2026-11-22T00:00:00Z", "2026-11-24T00:00:00Z", 2, "fails")
    expect(said).toHaveLength(2)
    expect(said[0]).toMatch(/^loud: The nightly transfer of 2026-11-22 FAILED: /)
    expect(said.join()).not.toContain("an answer")
  })

  test("its hour is a setting, and so is that there is none", () => {
    expect([undefined, "", "off", "0", "23", 4].map(nightlyHour)).toEqual([2, 2, "off", 0, 23, 4])
    expect(["24", "-1", "2.5", "two"].map(nightlyHour)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe("its process", { tags }, () => {
  const day = "2026-03-02"
  const withAnswers = async (): Promise<Place> => {
    const place = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
    const { publicKey, privateKey } = await newKeyPair()
    keepKey(privateKeyFile(place.dataDir, day), privateKey)
    const collection = await opened(collectionSource(place))
    for (let sent = 0; sent < 4; sent++) await append(collection, matchedSamples(12, sent), day, publicKey)
    return place
  }
  const left = async (place: Place) =>
    (await rawly(collectionSource(place)).db.selectFrom("response").select("key").execute()).length

  test("transfers beside the service that has the store open, and says so in bands", async () => {
    const place = await withAnswers()
    const line = "Transferred in rehearsal: 40 answers arrived; 1 day complete, with every private key destroyed."
    expect(await oneNight(place).work()).toEqual({ went: "well", line })
    expect([await left(place), existsSync(privateKeyFile(place.dataDir, day))]).toEqual([0, false])
  })

  test("says what went badly, and leaves the answers where they are", async () => {
    const place = await withAnswers()
    rmSync(privateKeyFile(place.dataDir, day))
    const { went, line } = await oneNight(place).work()
    expect(went).toBe("badly")
    expect(line).toContain(`The private key of ${day} is not here`)
    expect(await left(place)).toBe(48)
  })

  test("ended where it stands it says so, and the next takes up what it left", async () => {
    const place = await withAnswers()
    const night = oneNight(place)
    const ended = night.work()
    night.stop()
    expect(await ended).toEqual({ went: "badly", line: "it ended before it was done." })
    expect((await oneNight(place).work()).went).toBe("well")
    expect(await left(place)).toBe(0)
  })
})
