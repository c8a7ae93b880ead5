/** Whatever is removed from the collection lies in a sealed file that was opened again before; a day's key goes when its files are whole. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect, Schema } from "effect"
import { describe, expect, test } from "vitest"
import { batchFiles, batchFolder, sealBatch } from "../../db/backup/day-batches.ts"
import { destroyRetentionKey, keepRetentionKey } from "../../db/backup/retention-key.ts"
import { openSealed } from "../../db/backup/sealed-file.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import { noResponses } from "../../db/transfer/digest.ts"
import type { Step } from "../../db/transfer/passed.ts"
import { Day } from "../../policy/civil-day.ts"
import { rawEvidence } from "../support/evidence.ts"
import { engines, newFolder } from "../support/store.ts"
import { backedUp, done, leftIn, matchedSamples, ready, received, transferring } from "../support/transfer.ts"

const day = Schema.decodeUnknownSync(Day)("2026-03-02")
const tags = ["web-server-emptied-at-close" as const]

const flip = (file: string): void => {
  const bytes = readFileSync(file)
  const at = bytes.length - 40
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

describe.each(engines)("on %s", { tags }, (engine) => {
  test("no row is removed before its answers lie in a sealed file, and the files of a day are all of it", async () => {
    const place = await ready(engine, { [day]: matchedSamples(50, 1) })
    const seen: (readonly [backedUp: number, left: number])[] = []
    const look = async () => void seen.push([(await backedUp(place, [day])).length, await leftIn(place)])
    const passed = ({ kind }: Step) => (kind === "backed-up" ? Effect.promise(look) : Effect.void)
    expect(await done(place, passed, undefined, 20)).toEqual({ finished: [day], refused: [] })
    expect(seen).toEqual([
      [20, 50],
      [40, 30],
      [50, 10],
    ])
    expect(await backedUp(place, [day])).toEqual(place.sent)
  })

  test("a file that was harmed, lost or doubled on the way is made anew before the day's key goes", async () => {
    const harms: Readonly<Record<string, (files: readonly string[]) => void>> = {
      harmed: ([file = ""]) => flip(file),
      lost: ([file = ""]) => rmSync(file),
      doubled: ([file = ""]) => writeFileSync(file.replace(/[^/]+$/, "0000000000000000.sealed"), readFileSync(file)),
      "cut short": ([file = ""]) => writeFileSync(file, readFileSync(file).subarray(0, 700)),
    }
    for (const [what, harm] of Object.entries(harms)) {
      const place = await ready(engine, { [day]: matchedSamples(30, 2) })
      let removed = 0
      const passed = ({ kind }: Step) =>
        Effect.sync(() => {
          if (kind === "removed" && ++removed === 2) harm(batchFiles(place.dataDir, day))
        })
      expect(await done(place, passed, undefined, 10), what).toEqual({ finished: [day], refused: [] })
      expect(await backedUp(place, [day]), what).toEqual(place.sent)
    }
  })
})

test("without the retention key that was there nothing is moved", { tags }, async () => {
  const place = await ready("sqlite", { [day]: matchedSamples(30, 3) })
  await keepRetentionKey(keysInFolder(place.dataDir), place.dataDir)
  rmSync(privateKeyFile(place.dataDir, "retention"))
  expect(await Effect.runPromise(Effect.flip(transferring(place)))).toMatchObject({ _tag: "KeyLost", key: "retention" })
  expect([await leftIn(place), (await received(place)).length]).toEqual([30, 0])
})

test("no word of a child lies open in a sealed file, and with the retention key destroyed none opens (D4)", {
  tags: ["retention-reviewed-after-two-years"],
}, async () => {
  const place = await ready("sqlite", { [day]: matchedSamples(60, 4) })
  await done(place)
  const { db } = rawEvidence(place.evidence)
  const words = (await db.selectFrom("quarantine").select("words").execute()).map((each) => each.words)
  const long = words.filter((each) => each.length > 12)
  expect(long.length).toBeGreaterThan(10)
  const [file = "", ...more] = batchFiles(place.dataDir, day)
  expect(more).toEqual([])
  expect(long.filter((each) => readFileSync(file).includes(each))).toEqual([])
  const keys = keysInFolder(place.dataDir)
  destroyRetentionKey(keys, place.dataDir)
  const next = await keepRetentionKey(keys, place.dataDir)
  await expect(openSealed(file, next)).rejects.toMatchObject({ _tag: "RetentionKeyGone" })
})

const none = { responses: [], sealed: [], sum: noResponses }

test("what does not read back is no file, and leaves none", { tags }, async () => {
  const dataDir = newFolder()
  const retention = await keepRetentionKey(keysInFolder(dataDir), dataDir)
  const sealing = { dataDir, mode: "rehearsal", retention, written: flip } as const
  await expect(sealBatch(sealing, day, none)).rejects.toMatchObject({ _tag: "NotVerified" })
  expect(readdirSync(batchFolder(dataDir, day))).toEqual([])
  await sealBatch({ dataDir, mode: "rehearsal", retention }, day, none)
  expect(batchFiles(dataDir, day)).toHaveLength(1)
  expect(readdirSync(join(dataDir, "keys", "private"))).toEqual(["retention.key"])
})
