/** `ask -- backup` and `restore` say what they did in a line, hold nothing of an answer in it, and refuse what is not asked rightly. */
import { cpSync, mkdirSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { restoringFolder } from "../../db/backup/restoring.ts"
import { keepDayKeys } from "../../db/keys/day-keys.ts"
import { backup } from "../../src/commands/backup.ts"
import { restore } from "../../src/commands/restore.ts"
import { transfer } from "../../src/commands/transfer.ts"
import { collectionSource, type Place } from "../../src/launcher/place.ts"
import { heard } from "../support/heard.ts"
import { newFolder, newSource, opened } from "../support/store.ts"
import { append, matchedSamples } from "../support/transfer.ts"

const day = "2026-03-02"
const tags = ["web-server-emptied-at-close" as const]

const withAnswers = async (): Promise<Place> => {
  const place = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  const publicKey = (await keepDayKeys(place.dataDir, day))[day] ?? new Uint8Array()
  await append(await opened(collectionSource(place)), matchedSamples(20, 3), day, publicKey)
  return place
}

const printed = async (command: typeof backup, place: Place, ...options: string[]) => {
  const { code, out, error } = await heard(() => command(place, options))
  return { code, out: out.join("\n"), error: error.join("\n") }
}

const fresh = (place: Place): Place => {
  const dataDir = newFolder()
  cpSync(join(place.dataDir, "keys"), join(dataDir, "keys"), { recursive: true })
  return { ...place, dataDir }
}

test("one line each, and a place that has both stores again", { tags }, async () => {
  const place = await withAnswers()
  const folder = join(newFolder(), "first")
  const made = "Backed up in rehearsal, sealed and read back: "
  expect(await printed(backup, place, "--to", folder)).toEqual({ code: 0, out: `${made}collection.`, error: "" })
  await printed(transfer, place)
  const second = join(newFolder(), "second")
  const both = { code: 0, out: `${made}collection and evidence.`, error: "" }
  expect(await printed(backup, place, "--to", second)).toEqual(both)
  const to = fresh(place)
  const restored = "Restored in rehearsal, whole and as it was sealed: collection and evidence."
  expect(await printed(restore, to, "--from", second)).toEqual({ code: 0, out: restored, error: "" })
  expect((await printed(transfer, to)).code).toBe(0)
})

test("what is not asked rightly is not done, and where nothing is, nothing is made", { tags }, async () => {
  const place = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  for (const command of [backup, restore]) {
    expect((await printed(command, place)).code).toBe(2)
    expect((await printed(command, place, "--into", "x")).code).toBe(2)
    expect((await printed(command, place, command === backup ? "--to" : "--from", join(newFolder(), "x"))).code).toBe(1)
  }
  expect(readdirSync(place.dataDir)).toEqual([])
})

test("a store of the other mode is not backed up", { tags }, async () => {
  const place = await withAnswers()
  const { code, error } = await printed(backup, { ...place, mode: "live" }, "--to", newFolder())
  expect(code).toBe(1)
  expect(error).toContain("This store belongs to rehearsal")
})

test("with a collection in PostgreSQL the evidence store is backed up, and that is said", { tags }, async () => {
  const place = await withAnswers()
  await printed(transfer, place)
  const source = await newSource("postgres")
  const elsewhere = { ...place, databaseUrl: source.dialect === "postgres" ? source.url : undefined }
  const folder = newFolder()
  const { code, out, error } = await printed(backup, elsewhere, "--to", folder)
  expect([code, out]).toEqual([0, "Backed up in rehearsal, sealed and read back: evidence."])
  expect(error).toContain("pg_dump")
  const whole = newFolder()
  await printed(backup, place, "--to", whole)
  expect(
    (await printed(restore, { ...elsewhere, ...fresh(place), databaseUrl: "x" }, "--from", whole)).error,
  ).toContain("leave out DATABASE_URL")
  expect((await printed(restore, { ...place, ...fresh(place), evidenceUrl: "x" }, "--from", whole)).error).toContain(
    "leave out EVIDENCE_DATABASE_URL",
  )
})

test("where a restore was cut off nothing is transferred", { tags }, async () => {
  const place = await withAnswers()
  mkdirSync(restoringFolder(place.dataDir))
  const { code, error } = await printed(transfer, place)
  expect(code).toBe(1)
  expect(error).toContain("A restore was cut off here")
})
