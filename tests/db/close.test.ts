/** Closes a collection once with `ask -- close`: everything arrives, no remains are left, and every obstacle is named. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { keepComplaintKey } from "../../db/complaints/complaint-key.ts"
import { openLetter } from "../../db/complaints/letter.ts"
import { complaintId } from "../../db/complaints/received.ts"
import { newReference } from "../../db/complaints/reference.ts"
import { sealComplaint } from "../../db/complaints/seal-complaint.ts"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { dayOf } from "../../db/keys/civil-day.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { lostKeys } from "../../db/keys/lost-keys.ts"
import { keepPageKeys } from "../../db/keys/page-keys.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import { keepTokenKey } from "../../db/keys/token-key.ts"
import { keepWaitingKeys } from "../../db/keys/waiting-keys.ts"
import { PersonId } from "../../policy/capability/member.ts"
import { today as civilToday } from "../../policy/civil-day.ts"
import { foundOpen, notOpen } from "../../policy/custody/collection.ts"
import { takeExtract } from "../../policy/custody/extract.ts"
import { webServerEmptiedAtClose } from "../../policy/rules/web-server-emptied-at-close.ts"
import { readStores } from "../../src/commands/store-facts.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { newKeyPair } from "../support/arrival.ts"
import { ask } from "../support/ask.ts"
import { errorOf, heard } from "../support/command-output.ts"
import { dayKeys } from "../support/day-keys.ts"
import { openedEvidence } from "../support/evidence.ts"
import { asking, everyone } from "../support/policy/custody.ts"
import { factsOf, factsWith } from "../support/policy/facts.ts"
import { granted, memberOf } from "../support/policy/team.ts"
import { newFolder, opened } from "../support/store.ts"
import { append, matchedSamples } from "../support/transfer.ts"

const tags = ["web-server-emptied-at-close" as const]
const today = dayOf(Date.now())
const witnesses = ["--witness", "0123456789abcdef", "--witness", "fedcba9876543210"]

/** Both witnesses are on the list of people. */
const witnessed = async (storage: StorageSettings): Promise<void> => {
  const evidence = await openedEvidence(evidenceSource(storage))
  for (const person of ["0123456789abcdef", "fedcba9876543210"])
    await Effect.runPromise(evidence.keepMember(memberOf("dpo", { person: PersonId.make(person) })))
}

const withAnswers = async (count: number): Promise<StorageSettings> => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  const keys = await dayKeys(storage.dataDir, today)
  await append(
    await opened(collectionSource(storage)),
    matchedSamples(count, 3),
    today,
    keys[today] ?? new Uint8Array(),
  )
  await witnessed(storage)
  return storage
}

const closing = async (storage: StorageSettings, options: readonly string[] = witnesses) => {
  const { code, out, error } = await heard(() => ask(storage, "close", ...options))
  return { code, out: out.join("\n"), error: errorOf({ error }) }
}

const inEvidence = async (storage: StorageSettings) => openedEvidence(evidenceSource(storage))

const verdictOn = async (storage: StorageSettings) => {
  const evidence = await inEvidence(storage)
  return webServerEmptiedAtClose.audit(await Effect.runPromise(factsOf(evidence)))
}

test("closing transfers everything, empties the collection, destroys every day's private key, and upholds the audit", {
  tags,
}, async () => {
  const storage = await withAnswers(60)
  const { code, out, error } = await closing(storage)
  expect({ code, error }).toEqual({ code: 0, error: "" })
  expect(out).toMatch(/^The collection in rehearsal was closed on \d{4}-\d{2}-\d{2}: it holds no answer/m)
  expect(out).toMatch(/^evidence: every byte and row of \d files?, nothing found$/m)
  const evidence = await inEvidence(storage)
  expect((await Effect.runPromise(evidence.arrivals.counts)).reduce((sum, each) => sum + each.responses, 0)).toBe(60)
  expect(await Effect.runPromise((await opened(collectionSource(storage))).counts)).toEqual([])
  expect(await Effect.runPromise(keysInFolder(storage.dataDir).days)).toEqual([])
  expect(readdirSync(join(storage.dataDir, "keys", "public")).filter((name) => /^\d/.test(name))).toEqual([])
  expect((await verdictOn(storage)).status).toBe("upheld")
  await Effect.runPromise(evidence.verify())
})

test("a complaint without a reply outlives the close: it is read and answered, and a later one is taken", {
  tags,
}, async () => {
  const storage = await withAnswers(8)
  const keys = keysInFolder(storage.dataDir)
  const publicKey = await Effect.runPromise(keepComplaintKey(storage.dataDir, keys))
  const { complaints } = await opened(collectionSource(storage))
  const keep = async () => {
    const reference = newReference()
    const sealed = sealComplaint({ words: "ZQXWORDS", contact: "" }, reference, publicKey ?? new Uint8Array())
    expect(await Effect.runPromise(complaints.keep(reference.hash, sealed, today))).toBe("stored")
    return { id: complaintId(reference.hash), ...reference }
  }
  const before = await keep()
  expect(await closing(storage)).toMatchObject({ code: 0, out: expect.stringContaining("Complaints stay, sealed") })
  await keep()
  expect((await Effect.runPromise(complaints.all)).map(({ replied }) => replied)).toEqual([false, false])
  const by = ["--by", "0123456789abcdef"]
  const read = await heard(() => ask(storage, "complaints", "read", before.id, ...by))
  expect([read.code, read.out]).toEqual([0, expect.arrayContaining(["ZQXWORDS"])])
  expect(await ask(storage, "complaints", "reply", before.id, "--words", "We are sorry.", ...by)).toBe(0)
  const { reply } = await Effect.runPromise(complaints.lettersTo(before.hash))
  expect(openLetter("reply", reply, before.replyKey)?.words).toBe("We are sorry.")
  expect((await verdictOn(storage)).status).toBe("upheld")
})

test("a closed collection accepts no response, and cannot be closed or opened again", { tags }, async () => {
  const storage = await withAnswers(8)
  await closing(storage)
  expect(await dayKeys(storage.dataDir, today), "no key is made after a close").toEqual({})
  keepTokenKey(storage.dataDir)
  expect(keepPageKeys(storage.dataDir, today)).toEqual({})
  expect(keepWaitingKeys(storage.dataDir, today)).toEqual({})
  expect(
    readdirSync(join(storage.dataDir, "keys"), { recursive: true }).filter(
      (name) => /\.key$/.test(`${name}`) && !`${name}`.includes("retention"),
    ),
  ).toEqual([])
  expect(await Effect.runPromise((await inEvidence(storage)).bodiesOf("close-witnessed"))).toHaveLength(2)
  const { publicKey } = await newKeyPair()
  const collection = await opened(collectionSource(storage))
  expect(await append(collection, matchedSamples(2, 4), today, publicKey)).toEqual(["refused", "refused"])
  expect(await closing(storage)).toMatchObject({ code: 1, error: expect.stringContaining("cannot be closed twice") })
  expect((await verdictOn(storage)).status).toBe("upheld")
})

test("a lost key stops the close without removing anything, and the close continues once the key is back", {
  tags,
}, async () => {
  const storage = await withAnswers(5)
  const keys = keysInFolder(storage.dataDir)
  const key = Effect.runSync(keys.read(today)) ?? new Uint8Array()
  const kept = Uint8Array.from(key)
  Effect.runSync(keys.destroy(today))
  const stopped = await closing(storage)
  expect(stopped.code).toBe(1)
  expect(stopped.error).toContain(today)
  expect(await Effect.runPromise((await opened(collectionSource(storage))).counts)).not.toEqual([])
  expect((await verdictOn(storage)).status).toBe("not checked")
  Effect.runSync(keys.keep(today, kept))
  expect(await closing(storage)).toMatchObject({ code: 0 })
})

test("the report names a lost key of a future day", { tags }, async () => {
  const storage = await withAnswers(3)
  const keys = keysInFolder(storage.dataDir)
  const lost = () => Effect.runSync(lostKeys(keys, storage.dataDir, [today]))
  expect(lost()).toEqual([])
  const later = Effect.runSync(keys.days).at(-1) ?? ""
  Effect.runSync(keys.destroy(later))
  expect(lost()).toEqual([later])
  const { facts } = await Effect.runPromise(Effect.scoped(readStores(storage, { isNeighbourhoodUsed: false })))
  expect(JSON.stringify(webServerEmptiedAtClose.audit(factsWith(facts)))).toContain(
    `the private key of ${later} is lost`,
  )
})

test("remains on the disk stop the close, and only their file is named", { tags }, async () => {
  const storage = await withAnswers(5)
  const note = join(storage.dataDir, "note.txt")
  writeFileSync(note, "the child of ZZ1 0AA")
  const stopped = await closing(storage)
  expect(stopped.code).toBe(1)
  expect(stopped.error).toContain(note)
  expect(stopped.error).not.toContain("ZZ1")
  expect((await verdictOn(storage)).status).toBe("not checked")
  writeFileSync(note, "nothing")
  expect(await closing(storage)).toMatchObject({ code: 0 })
})

test("an extract without a certificate of deletion stops the close", {
  tags: ["processor-extracts-deleted-at-close"],
}, async () => {
  const storage = await withAnswers(5)
  const evidence = await inEvidence(storage)
  const window = { opens: "2020-01-01", closes: "2099-12-31" }
  await Effect.runPromise(
    Effect.gen(function* () {
      const on = yield* civilToday
      const step = yield* foundOpen(notOpen(), on)
      yield* evidence.keepCollection(step)
      const taken = yield* takeExtract(yield* granted("take-extract", "processor"), step.state, {
        ...asking,
        expiresOn: on,
      })
      yield* evidence.keepExtract(taken)
    }).pipe(Effect.provide(everyone(today, window))),
  )
  const stopped = await closing(storage)
  expect(stopped.code).toBe(1)
  expect(stopped.error).toContain("attestation of its deletion")
  expect((await verdictOn(storage)).status).toBe("not checked")
})

test("a witness who is not on the list is refused by id, and nothing is closed", { tags }, async () => {
  const storage = await withAnswers(3)
  const refused = await closing(storage, ["--witness", "0123456789abcdef", "--witness", "0".repeat(16)])
  expect(refused).toMatchObject({ code: 1, error: expect.stringContaining(`${"0".repeat(16)}: not on the list`) })
  expect((await Effect.runPromise((await inEvidence(storage)).collection)).state).toBe("not-open")
  expect(await dayKeys(storage.dataDir, today)).not.toEqual({})
})

test("a collection without any answer cannot be closed", { tags }, async () => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  expect((await closing(storage)).code).toBe(1)
  await opened(collectionSource(storage))
  await witnessed(storage)
  expect(await closing(storage)).toMatchObject({ code: 1, error: expect.stringContaining("nothing to close") })
  expect(existsSync(privateKeyFile(storage.dataDir, today))).toBe(false)
})

test.each([
  [[]],
  [["--witness", "0123456789abcdef"]],
  [[...witnesses.slice(0, 2), ...witnesses.slice(0, 2)]],
  [[...witnesses, "now"]],
])("closing needs two different witnesses: %j", { tags }, async (options) => {
  const storage = await withAnswers(1)
  expect(await closing(storage, options)).toMatchObject({
    code: 2,
    error: expect.stringContaining("Nothing was done."),
  })
})

test("a damaged geography stops the close at its start, because the final scan needs its postcodes", {
  tags,
}, async () => {
  const storage = await withAnswers(3)
  const published = geographyFolder(storage.dataDir)
  mkdirSync(published)
  writeFileSync(join(published, "england.index"), "cut off")
  const { code, error } = await closing(storage)
  expect(code).toBe(1)
  expect(error).toContain("Import it with ask -- geography import")
  expect((await Effect.runPromise((await inEvidence(storage)).collection)).state).toBe("not-open")
  rmSync(published, { recursive: true })
  expect((await closing(storage)).code).toBe(0)
})
