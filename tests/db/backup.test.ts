/** Restores both stores exactly from a backup, only with its key, and restores nothing from a damaged one. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { backUp } from "../../db/backup/backup.ts"
import { restore } from "../../db/backup/restore.ts"
import { restoringFolder } from "../../db/backup/restore-marker.ts"
import { destroyRetentionKey, recordsKeyId } from "../../db/backup/retention-key.ts"
import { chunkLength } from "../../db/backup/sealed-file.ts"
import { openRow } from "../../db/collection/open.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { readKey } from "../../db/keys/key-file.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { rawEvidence } from "../support/evidence.ts"
import { newFolder, opened, rawly } from "../support/store.ts"
import { append, done, leftIn, matchedSamples, type Ready, ready, received } from "../support/transfer.ts"

const [first, second] = ["2026-03-02", "2026-03-03"]
const dayFile = `day-${first}.sealed`
const tags = ["web-server-emptied-at-close" as const]

const fileOf = (source: Ready["collection"]): string => (source.dialect === "sqlite" ? source.file : "")

/** The first day has been transferred; the second is still sealed. */
const half = async (count = 300) => {
  const place = await ready("sqlite", { [first]: matchedSamples(count, 1) })
  await done(place)
  const more = await ready("sqlite", { [second]: matchedSamples(count, 2) })
  cpSync(privateKeyFile(more.dataDir, second), privateKeyFile(place.dataDir, second))
  return { ...more, evidence: place.evidence, dataDir: place.dataDir, sent: [...place.sent, ...more.sent].sort() }
}

const backedUp = (place: Ready, folder = newFolder(), beforeReadBack?: (draft: string) => void) => {
  const { dataDir, collection, evidence } = place
  const files = { collection: fileOf(collection), evidence: fileOf(evidence) }
  const keys = keysInFolder(dataDir)
  const backing = {
    mode: "rehearsal",
    dataDir,
    keys,
    files,
    folder,
    ...(beforeReadBack && { beforeReadBack }),
  } as const
  return Effect.map(Effect.scoped(backUp(backing)), () => folder)
}

const backup = (...args: Parameters<typeof backedUp>) => Effect.runPromise(backedUp(...args))

/** A new data folder with only the keys. */
const fresh = (place: Ready): Ready => {
  const dataDir = newFolder()
  cpSync(join(place.dataDir, "keys"), join(dataDir, "keys"), { recursive: true })
  const source = (name: string) => ({ dialect: "sqlite", file: join(dataDir, name) }) as const
  return { ...place, dataDir, collection: source("collection.sqlite"), evidence: source("evidence.sqlite") }
}

const restored = (to: Ready, folder: string, mode: Mode = "rehearsal") => {
  const files = { collection: fileOf(to.collection), evidence: fileOf(to.evidence) }
  return restore({ mode, dataDir: to.dataDir, keys: keysInFolder(to.dataDir), folder, files })
}

const refusal = (...args: Parameters<typeof restored>) => Effect.runPromise(Effect.flip(restored(...args)))

const entries = (folder: string) => readdirSync(folder).sort()

const flip = (file: string, at: number) => {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

test("both stores are restored row for row, and the transfer continues", { tags }, async () => {
  const place = await half()
  const folder = await backup(place)
  expect(entries(folder)).toEqual(["collection.sealed", dayFile, "evidence.sealed"])
  const to = fresh(place)
  expect(await Effect.runPromise(restored(to, folder))).toEqual(["collection", "evidence"])
  expect(entries(to.dataDir)).toEqual(["collection.sqlite", "evidence.sqlite", "keys"])
  for (const table of ["response", "token", "deployment", "shut_day"] as const)
    expect(await rawly(to.collection).db.selectFrom(table).selectAll().execute(), table).toEqual(
      await rawly(place.collection).db.selectFrom(table).selectAll().execute(),
    )
  for (const table of ["ledger", "kept_response", "quarantine", "transfer_day", "retention"] as const)
    expect(await rawEvidence(to.evidence).db.selectFrom(table).selectAll().execute(), table).toEqual(
      await rawEvidence(place.evidence).db.selectFrom(table).selectAll().execute(),
    )
  const change = rawEvidence(to.evidence).db.updateTable("kept_response").set({ flags: "[]" }).execute()
  await expect(change).rejects.toThrow("an answer is final")
  expect(await done(to)).toEqual({ finished: [second], refused: [] })
  expect(await received(to)).toEqual(place.sent)
})

test("no file of a backup holds a child's words in plain text, at any step", { tags }, async () => {
  const place = await half()
  const words = (await rawEvidence(place.evidence).db.selectFrom("quarantine").select("words").execute())
    .map((each) => each.words)
    .filter((each) => each.length > 12)
  const found = (folder: string) =>
    entries(folder).filter((name) => words.some((each) => readFileSync(join(folder, name)).includes(each)))
  const seen: string[][] = []
  const folder = newFolder()
  await backup(place, folder, () => void seen.push(entries(folder), found(folder), entries(place.dataDir)))
  const files = ["collection.sealed", "evidence.sealed", dayFile]
  const drafts = files.map((file, index) => [...files.slice(0, index), `${file}.part`].sort())
  const here = ["backups", "keys", "transfer.lock", "transfer.lock-journal"]
  expect(seen).toEqual(drafts.flatMap((names) => [names, [], here]))
  expect(found(folder)).toEqual([])
  expect(words.some((each) => readFileSync(fileOf(place.evidence)).includes(each))).toBe(true)
})

test("a damaged, truncated, reordered or mixed backup is refused by file name, and nothing is written", {
  tags,
}, async () => {
  const place = await half(400)
  const folder = await backup(place)
  const other = await backup(place)
  const harms: (readonly [what: string, file: string, change: (file: string) => void])[] = []
  const harm = (...each: (typeof harms)[number]) => void harms.push(each)
  for (const file of ["collection.sealed", dayFile]) {
    const whole = readFileSync(join(folder, file))
    const line = whole.indexOf(10) + 1
    const [begin, chunk] = [line + 32, chunkLength + 16]
    expect(whole.length, "more than one chunk").toBeGreaterThan(begin + chunk)
    for (const at of [line, line + 31, begin, begin + 999, begin + chunk, whole.length - 17, whole.length - 1])
      harm(`a bit at ${at}`, file, (path) => flip(path, at))
    for (const length of [0, 9, line, begin, begin + 5, begin + chunk, whole.length - 1])
      harm(`cut to ${length}`, file, (path) => writeFileSync(path, whole.subarray(0, length)))
    harm("something more", file, (path) => writeFileSync(path, Buffer.concat([whole, whole.subarray(begin)])))
    const turned = Buffer.concat([
      whole.subarray(0, begin),
      whole.subarray(begin + chunk, begin + 2 * chunk),
      whole.subarray(begin, begin + chunk),
      whole.subarray(begin + 2 * chunk),
    ])
    harm("chunks in another order", file, (path) => writeFileSync(path, turned))
    harm("one of another backup", file, (path) => copyFileSync(join(other, file), path))
    harm("missing", file, (path) => rmSync(path))
    harm("another day on its label", file, (path) =>
      writeFileSync(path, Buffer.from(whole.toString("latin1").replace(/"on":"20../, '"on":"2001'), "latin1")),
    )
  }
  harm("missing", "evidence.sealed", (path) => rmSync(path))
  harm("one as the other", dayFile, (path) => copyFileSync(join(folder, "evidence.sealed"), path))
  harm("one as the other", "evidence.sealed", (path) => copyFileSync(join(folder, "collection.sealed"), path))
  for (const [what, file, change] of harms) {
    const harmed = newFolder()
    cpSync(folder, harmed, { recursive: true })
    change(join(harmed, file))
    const to = fresh(place)
    const refused = await refusal(to, harmed)
    expect(refused, `${file}: ${what}`).toMatchObject({ _tag: "BackupDamaged" })
    if (what !== "one of another backup") expect(refused.message, what).toContain(file)
    expect(entries(to.dataDir), `${file}: ${what}`).toEqual(["keys"])
  }
})

test("a backup of the other mode is refused, and so is a label that was changed to it", { tags }, async () => {
  const place = await half(20)
  const folder = await backup(place)
  const to = fresh(place)
  expect(await refusal(to, folder, "live")).toMatchObject({ _tag: "BackupOfMode", held: "rehearsal" })
  for (const name of entries(folder)) {
    const text = readFileSync(join(folder, name)).toString("latin1").replace('"rehearsal"', '"live"')
    writeFileSync(join(folder, name), text, "latin1")
  }
  expect(await refusal(to, folder, "live")).toMatchObject({ _tag: "BackupDamaged" })
  expect(entries(to.dataDir)).toEqual(["keys"])
})

test("an existing store is not replaced, and no store is restored next to another store's log", { tags }, async () => {
  const place = await half(20)
  const folder = await backup(place)
  expect(await refusal(place, folder)).toMatchObject({ _tag: "StoreThere" })
  expect(await leftIn(place)).toBe(20)
  for (const name of ["collection.sqlite-wal", "evidence.sqlite", "evidence.sqlite-journal"]) {
    const to = fresh(place)
    writeFileSync(join(to.dataDir, name), "")
    expect(await refusal(to, folder)).toMatchObject({ _tag: "StoreThere", file: name })
    expect(entries(to.dataDir)).toEqual([name, "keys"].sort())
  }
})

test("after a restore no remaining key opens a day that was transferred after the backup (R5)", { tags }, async () => {
  const place = await ready("sqlite", { [first]: matchedSamples(30, 4), [second]: matchedSamples(5, 5) })
  const folder = await backup(place)
  const key = readKey(privateKeyFile(place.dataDir, first)) ?? new Uint8Array()
  await done(place)
  const to = fresh(place)
  await Effect.runPromise(restored(to, folder))
  const rows = await rawly(to.collection).db.selectFrom("response").selectAll().where("day", "=", first).execute()
  expect(rows).toHaveLength(30)
  const left = entries(join(to.dataDir, "keys", "private")).map((name) => join(to.dataDir, "keys", "private", name))
  for (const row of rows) {
    for (const file of left)
      await expect(Effect.runPromise(openRow(row, readKey(file) ?? new Uint8Array()))).rejects.toThrow("does not open")
    await Effect.runPromise(openRow(row, key))
  }
})

test("destroying the retention key makes earlier backups unreadable, and not later ones (D4)", {
  tags: ["retention-reviewed-after-two-years"],
}, async () => {
  const place = await half(30)
  const folder = await backup(place)
  const key = readKey(privateKeyFile(place.dataDir, recordsKeyId)) ?? new Uint8Array()
  await Effect.runPromise(destroyRetentionKey(keysInFolder(place.dataDir), place.dataDir, recordsKeyId))
  expect(await refusal(fresh(place), folder)).toMatchObject({ _tag: "RetentionKeyGone" })
  const later = await backup(place)
  const to = fresh(place)
  expect(await refusal(to, folder)).toMatchObject({ _tag: "RetentionKeyGone" })
  await Effect.runPromise(restored(to, later))
  const files = readdirSync(place.dataDir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  expect(files.filter((each) => readFileSync(join(each.parentPath, each.name)).includes(key))).toEqual([])
})

test("a lost retention key is reported, not replaced", { tags }, async () => {
  const place = await half(5)
  await backup(place)
  rmSync(privateKeyFile(place.dataDir, recordsKeyId))
  const refused = await Effect.runPromise(Effect.flip(backedUp(place)))
  expect(refused).toMatchObject({ _tag: "KeyLost", key: recordsKeyId })
})

test("a file that does not read back as it was written is no backup, and is deleted", { tags }, async () => {
  const place = await half(20)
  for (const which of ["collection", "evidence"]) {
    const folder = newFolder()
    const harm = (draft: string) => void (draft.includes(which) && flip(draft, readFileSync(draft).length - 40))
    expect(await Effect.runPromise(Effect.flip(backedUp(place, folder, harm)))).toMatchObject({ _tag: "NotVerified" })
    expect(entries(folder)).toEqual([])
    expect(await backup(place, folder)).toBe(folder)
    expect(await Effect.runPromise(Effect.flip(backedUp(place, folder)))).toMatchObject({ _tag: "FolderTaken" })
  }
})

test("answers arrive during a backup, and the backup holds only those before it began", { tags }, async () => {
  const place = await half(20)
  const service = await opened(place.collection)
  const publicKey = place.publicKeys[second] ?? new Uint8Array()
  const come: Promise<unknown>[] = []
  const folder = await backup(place, undefined, () => {
    come.push(append(service, matchedSamples(3, 9), second, publicKey))
  })
  expect((await Promise.all(come)).flat()).toEqual(Array(9).fill("stored"))
  expect(await leftIn(place)).toBe(29)
  const to = fresh(place)
  await Effect.runPromise(restored(to, folder))
  expect(await leftIn(to)).toBe(20)
})

test("a backup during a transfer is refused", { tags }, async () => {
  const place = await half(20)
  const refused: unknown[] = []
  const passed = () => Effect.map(Effect.flip(backedUp(place)), (error) => void refused.push(error._tag))
  await done(place, (step) => (step.kind === "stored" ? Effect.orDie(passed()) : Effect.void))
  expect(refused).toEqual(["TransferRunning"])
})

test("an interrupted restore is undone and repeated", { tags }, async () => {
  const place = await half(20)
  const folder = await backup(place)
  const to = fresh(place)
  await Effect.runPromise(restored(to, folder))
  for (const cut of ["before the first", "between both"]) {
    const drafts = restoringFolder(to.dataDir)
    rmSync(fileOf(to.evidence))
    mkdirSync(drafts)
    renameSync(fileOf(to.collection), join(drafts, "collection.sealed"))
    if (cut === "between both") linkSync(join(drafts, "collection.sealed"), fileOf(to.collection))
    await Effect.runPromise(restored(to, folder))
    expect([await leftIn(to), existsSync(drafts), existsSync(fileOf(to.evidence))], cut).toEqual([20, false, true])
  }
})
