/** `ask -- backup` and `restore` report in one line without an answer, and refuse a wrong command line. */
import { cpSync, mkdirSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { restoringFolder } from "../../db/backup/restore-marker.ts"
import { collectionSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { dayKeys } from "../support/day-keys.ts"
import { newFolder, newSource, opened } from "../support/store.ts"
import { append, matchedSamples } from "../support/transfer.ts"

const day = "2026-03-02"
const tags = ["web-server-emptied-at-close" as const]

const withAnswers = async (): Promise<StorageSettings> => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  const publicKey = (await dayKeys(storage.dataDir, day))[day] ?? new Uint8Array()
  await append(await opened(collectionSource(storage)), matchedSamples(20, 3), day, publicKey)
  return storage
}

const printed = async (command: string, storage: StorageSettings, ...options: string[]) => {
  const { code, out, error } = await heard(() => ask(storage, command, ...options))
  return { code, out: out.join("\n"), error: error.join("\n") }
}

const fresh = (storage: StorageSettings): StorageSettings => {
  const dataDir = newFolder()
  cpSync(join(storage.dataDir, "keys"), join(dataDir, "keys"), { recursive: true })
  return { ...storage, dataDir }
}

test("one line each, and a place that has both stores again", { tags }, async () => {
  const storage = await withAnswers()
  const folder = join(newFolder(), "first")
  const made = "Backed up in rehearsal, sealed and read back: "
  expect(await printed("backup", storage, "--to", folder)).toEqual({ code: 0, out: `${made}collection.`, error: "" })
  await printed("transfer", storage)
  const second = join(newFolder(), "second")
  const both = { code: 0, out: `${made}collection and evidence.`, error: "" }
  expect(await printed("backup", storage, "--to", second)).toEqual(both)
  const to = fresh(storage)
  const restored = "Restored in rehearsal, whole and as it was sealed: collection and evidence."
  expect(await printed("restore", to, "--from", second)).toEqual({ code: 0, out: restored, error: "" })
  expect((await printed("transfer", to)).code).toBe(0)
})

test("a wrong command line does nothing, and a missing store is not created", { tags }, async () => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  for (const command of ["backup", "restore"]) {
    expect((await printed(command, storage)).code).toBe(2)
    expect((await printed(command, storage, "--into", "x")).code).toBe(2)
    expect(
      (await printed(command, storage, command === "backup" ? "--to" : "--from", join(newFolder(), "x"))).code,
    ).toBe(1)
  }
  expect(readdirSync(storage.dataDir)).toEqual([])
})

test("a store of the other mode is not backed up", { tags }, async () => {
  const storage = await withAnswers()
  const { code, error } = await printed("backup", { ...storage, mode: "live" }, "--to", newFolder())
  expect(code).toBe(1)
  expect(error).toContain("This store belongs to rehearsal")
})

test("with a collection in PostgreSQL the evidence store alone is backed up, and the output says so", {
  tags,
}, async () => {
  const storage = await withAnswers()
  await printed("transfer", storage)
  const source = await newSource("postgres")
  const elsewhere = { ...storage, databaseUrl: source.dialect === "postgres" ? source.url : undefined }
  const folder = newFolder()
  const { code, out, error } = await printed("backup", elsewhere, "--to", folder)
  expect([code, out]).toEqual([0, "Backed up in rehearsal, sealed and read back: evidence."])
  expect(error).toContain("pg_dump")
  const whole = newFolder()
  await printed("backup", storage, "--to", whole)
  expect(
    (await printed("restore", { ...elsewhere, ...fresh(storage), databaseUrl: "x" }, "--from", whole)).error,
  ).toContain("Leave out DATABASE_URL")
  expect(
    (await printed("restore", { ...storage, ...fresh(storage), evidenceUrl: "x" }, "--from", whole)).error,
  ).toContain("Leave out EVIDENCE_DATABASE_URL")
})

test("where a restore was cut off nothing is transferred", { tags }, async () => {
  const storage = await withAnswers()
  mkdirSync(restoringFolder(storage.dataDir))
  const { code, error } = await printed("transfer", storage)
  expect(code).toBe(1)
  expect(error).toContain("A restore was interrupted here")
})
