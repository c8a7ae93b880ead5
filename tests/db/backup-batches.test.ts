/** Seals every row to a verified file before it is removed, and destroys a day's key only once its files are complete. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect, Schema } from "effect"
import { describe, expect, test } from "vitest"
import { batchFiles, batchFolder, sealBatch } from "../../db/backup/day-batches.ts"
import { dayRetentionKeyId, destroyRetentionKey, keepRetentionKey } from "../../db/backup/retention-key.ts"
import { openSealed } from "../../db/backup/sealed-file.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import { noResponses } from "../../db/response-digest.ts"
import type { Step } from "../../db/transfer/progress.ts"
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
  test("no row is removed before its answers are in a sealed file, and a day's files hold the whole day", async () => {
    const place = await ready(engine, { [day]: matchedSamples(50, 1) })
    const seen: (readonly [backedUp: number, left: number])[] = []
    const look = async () => void seen.push([(await backedUp(place, [day])).length, await leftIn(place)])
    const progress = ({ kind }: Step) => (kind === "backed-up" ? Effect.promise(look) : Effect.void)
    expect(await done(place, progress, undefined, 20)).toEqual({ finished: [day], refused: [] })
    expect(seen).toEqual([
      [20, 50],
      [40, 30],
      [50, 10],
    ])
    expect(await backedUp(place, [day])).toEqual(place.sent)
  })

  test("a damaged, lost or duplicate file is replaced before the day's key is destroyed", async () => {
    const harms: Readonly<Record<string, (files: readonly string[]) => void>> = {
      damaged: ([file = ""]) => flip(file),
      lost: ([file = ""]) => rmSync(file),
      duplicate: ([file = ""]) => writeFileSync(file.replace(/[^/]+$/, "0000000000000000.sealed"), readFileSync(file)),
      "cut short": ([file = ""]) => writeFileSync(file, readFileSync(file).subarray(0, 700)),
    }
    for (const [what, harm] of Object.entries(harms)) {
      const place = await ready(engine, { [day]: matchedSamples(30, 2) })
      let removed = 0
      const progress = ({ kind }: Step) =>
        Effect.sync(() => {
          if (kind === "removed" && ++removed === 2) harm(batchFiles(place.dataDir, day))
        })
      expect(await done(place, progress, undefined, 10), what).toEqual({ finished: [day], refused: [] })
      expect(await backedUp(place, [day]), what).toEqual(place.sent)
    }
  })
})

test("a transfer moves nothing if its retention key is lost", { tags }, async () => {
  const place = await ready("sqlite", { [day]: matchedSamples(30, 3) })
  const id = dayRetentionKeyId(day)
  await Effect.runPromise(keepRetentionKey(keysInFolder(place.dataDir), place.dataDir, id))
  rmSync(privateKeyFile(place.dataDir, id))
  expect(await Effect.runPromise(Effect.flip(transferring(place)))).toMatchObject({ _tag: "KeyLost", key: id })
  expect([await leftIn(place), (await received(place)).length]).toEqual([30, 0])
})

test("a sealed file holds no child's words in plain text, and no file opens once the retention key is destroyed (D4)", {
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
  await Effect.runPromise(destroyRetentionKey(keys, place.dataDir, dayRetentionKeyId(day)))
  const next = await Effect.runPromise(keepRetentionKey(keys, place.dataDir, dayRetentionKeyId(day)))
  expect(await Effect.runPromise(Effect.flip(openSealed(file, next)))).toMatchObject({ _tag: "RetentionKeyGone" })
})

const none = { responses: [], sealed: [], sum: noResponses }

test("a batch that does not read back leaves no file", { tags }, async () => {
  const dataDir = newFolder()
  const retention = await Effect.runPromise(keepRetentionKey(keysInFolder(dataDir), dataDir, dayRetentionKeyId(day)))
  const sealing = { dataDir, mode: "rehearsal", retention, beforeReadBack: flip } as const
  expect(await Effect.runPromise(Effect.flip(sealBatch(sealing, day, none)))).toMatchObject({ _tag: "NotVerified" })
  expect(readdirSync(batchFolder(dataDir, day))).toEqual([])
  await Effect.runPromise(sealBatch({ dataDir, mode: "rehearsal", retention }, day, none))
  expect(batchFiles(dataDir, day)).toHaveLength(1)
  expect(readdirSync(join(dataDir, "keys", "private"))).toEqual([`retention-${day}.key`])
})
