/** Recovers every answer, each once, from an older backup and the sealed files of each day after the evidence store is lost. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect, Exit } from "effect"
import { expect, test } from "vitest"
import { backUp } from "../../db/backup/backup.ts"
import { restore } from "../../db/backup/restore.ts"
import { dayOf } from "../../db/keys/civil-day.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import type { Step } from "../../db/transfer/progress.ts"
import { newFolder, opened } from "../support/store.ts"
import {
  append,
  certificates,
  done,
  leftIn,
  matchedSamples,
  type Ready,
  ready,
  received,
  transferring,
} from "../support/transfer.ts"

const [first, second] = ["2026-03-02", "2026-03-03"]
const today = dayOf(Date.now())
const tags = ["web-server-emptied-at-close" as const]

const filesOf = ({ collection, evidence }: Ready) => ({
  ...(collection.dialect === "sqlite" && { collection: collection.file }),
  ...(evidence.dialect === "sqlite" && { evidence: evidence.file }),
})

const backup = async (place: Ready): Promise<string> => {
  const folder = newFolder()
  const { dataDir } = place
  const backing = { mode: "rehearsal", dataDir, keys: keysInFolder(dataDir), files: filesOf(place), folder } as const
  await Effect.runPromise(Effect.scoped(backUp(backing)))
  return folder
}

/** Another machine with copies of the keys and the sealed files. */
const elsewhere = (place: Ready): Ready => {
  const dataDir = newFolder()
  for (const name of ["keys", "backups"].filter((each) => existsSync(join(place.dataDir, each))))
    cpSync(join(place.dataDir, name), join(dataDir, name), { recursive: true })
  const source = (name: string) => ({ dialect: "sqlite", file: join(dataDir, name) }) as const
  return { ...place, dataDir, collection: source("collection.sqlite"), evidence: source("evidence.sqlite") }
}

const restored = (to: Ready, folder: string) => {
  const { dataDir } = to
  return restore({ mode: "rehearsal", dataDir, keys: keysInFolder(dataDir), folder, files: filesOf(to) })
}

test("days whose keys were destroyed after the backup are recovered, and certified again", { tags }, async () => {
  const place = await ready("sqlite", { [first]: matchedSamples(40, 1), [second]: matchedSamples(25, 2) })
  const folder = await backup(place)
  await done(place, undefined, undefined, 10)
  const to = elsewhere(place)
  await Effect.runPromise(restored(to, folder))
  expect(await received(to)).toEqual(place.sent)
  expect(await leftIn(to)).toBe(0)
  expect(await done(to)).toEqual({ finished: [first, second], refused: [] })
  expect(await received(to)).toEqual(place.sent)
  expect(await certificates(to)).toMatchObject(await certificates(place))
})

test("an unfinished day continues, and none of its answers arrives twice", { tags }, async () => {
  const place = await ready("sqlite", { [today]: matchedSamples(30, 3) })
  await done(place, undefined, "today", 10)
  const publicKey = place.publicKeys[today] ?? new Uint8Array()
  await append(await opened(place.collection), matchedSamples(14, 4), today, publicKey)
  const folder = await backup(place)
  await done(place, undefined, "today", 5)
  const all = await received(place)
  expect(all).toHaveLength(44)
  const to = elsewhere(place)
  await Effect.runPromise(restored(to, folder))
  expect([await received(to), await leftIn(to)]).toEqual([all, 14])
  await done(to, undefined, "today")
  expect([await received(to), await leftIn(to)]).toEqual([all, 0])
})

test("files that were rebuilt after an interruption recover the same answers", { tags }, async () => {
  const place = await ready("sqlite", { [first]: matchedSamples(30, 5) })
  const folder = await backup(place)
  let seen = 0
  const cut = ({ kind }: Step) => (kind === "verified" && ++seen === 2 ? Effect.die("cut") : Effect.void)
  expect(Exit.isFailure(await Effect.runPromiseExit(transferring(place, cut, undefined, 10)))).toBe(true)
  const middle = await backup(place)
  await done(place, undefined, undefined, 10)
  for (const from of [folder, middle]) {
    const to = elsewhere(place)
    await Effect.runPromise(restored(to, from))
    expect(await done(to)).toEqual({ finished: [first], refused: [] })
    expect(await received(to)).toEqual(place.sent)
  }
})

test("a damaged file is named, and nothing is restored", { tags }, async () => {
  const place = await ready("sqlite", { [first]: matchedSamples(12, 6) })
  const folder = await backup(place)
  await done(place)
  const to = elsewhere(place)
  const [name = ""] = readdirSync(join(to.dataDir, "backups", first))
  const file = join(to.dataDir, "backups", first, name)
  const bytes = readFileSync(file)
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
  writeFileSync(file, bytes)
  expect(await Effect.runPromise(Effect.flip(restored(to, folder)))).toMatchObject({
    _tag: "BackupDamaged",
    file: name,
  })
  expect(readdirSync(to.dataDir).sort()).toEqual(["backups", "keys"])
})

test("if a day's files are lost its sealed rows stay, and the transfer reports the missing key", {
  tags,
}, async () => {
  const place = await ready("sqlite", { [first]: matchedSamples(12, 7), [second]: matchedSamples(8, 8) })
  const folder = await backup(place)
  await done(place)
  const to = elsewhere(place)
  rmSync(join(to.dataDir, "backups", first), { recursive: true })
  await Effect.runPromise(restored(to, folder))
  expect(await leftIn(to)).toBe(12)
  expect(await Effect.runPromise(Effect.flip(transferring(to)))).toMatchObject({ _tag: "KeyMissing", day: first })
})
