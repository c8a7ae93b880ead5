/** Destroying one day's retention key ends that day in every backup, and leaves the rest readable. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { backUp } from "../../db/backup/backup.ts"
import { restore } from "../../db/backup/restore.ts"
import { dayRetentionKeyId, destroyedFile, destroyRetentionKey } from "../../db/backup/retention-key.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import { rawEvidence } from "../support/evidence.ts"
import { newFolder } from "../support/store.ts"
import { done, matchedSamples, type Ready, ready } from "../support/transfer.ts"

const [first, second] = ["2026-03-02", "2026-03-03"]
const mode = "rehearsal"

const fileOf = (source: Ready["collection"]): string => (source.dialect === "sqlite" ? source.file : "")
const filesOf = ({ collection, evidence }: Ready) => ({ collection: fileOf(collection), evidence: fileOf(evidence) })

/** A new data folder with only the keys. */
const fresh = (place: Ready): Ready => {
  const dataDir = newFolder()
  cpSync(join(place.dataDir, "keys"), join(dataDir, "keys"), { recursive: true })
  const source = (name: string) => ({ dialect: "sqlite", file: join(dataDir, name) }) as const
  return { ...place, dataDir, collection: source("collection.sqlite"), evidence: source("evidence.sqlite") }
}

const restored = (to: Ready, folder: string) =>
  restore({ mode, dataDir: to.dataDir, keys: keysInFolder(to.dataDir), folder, files: filesOf(to) })

test("a destroyed day stays destroyed, a missing key stops the restore, and the other day comes back", {
  tags: ["retention-reviewed-after-two-years"],
}, async () => {
  const place = await ready("sqlite", { [first]: matchedSamples(20, 1), [second]: matchedSamples(20, 2) })
  await done(place)
  const folder = newFolder()
  const keys = keysInFolder(place.dataDir)
  const backing = backUp({ mode, dataDir: place.dataDir, keys, files: filesOf(place), folder })
  await Effect.runPromise(Effect.scoped(backing))
  expect(readdirSync(folder).sort()).toEqual([
    "collection.sealed",
    `day-${first}.sealed`,
    `day-${second}.sealed`,
    "evidence.sealed",
  ])
  await Effect.runPromise(destroyRetentionKey(keys, place.dataDir, dayRetentionKeyId(first)))
  const refused = await Effect.runPromise(Effect.flip(restored(fresh(place), folder)))
  expect(refused).toMatchObject({ _tag: "RetentionKeyGone" })
  mkdirSync(dirname(destroyedFile(place.dataDir, first)), { recursive: true })
  writeFileSync(destroyedFile(place.dataDir, first), "{}")
  const to = fresh(place)
  await Effect.runPromise(restored(to, folder))
  const days = await rawEvidence(to.evidence).db.selectFrom("kept_response").select("day").distinct().execute()
  expect(days).toEqual([{ day: second }])
})
