/** Lets only a supervisor abandon answers that no key opens, one day at a time, counted in the ledger. */
import { existsSync, rmSync } from "node:fs"
import { Effect } from "effect"
import { expect, test, vi } from "vitest"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keepKey } from "../../db/keys/key-file.ts"
import { PersonId } from "../../policy/capability/member.ts"
import type { Matched } from "../../policy/response/stage.ts"
import { webServerEmptiedAtClose } from "../../policy/rules/web-server-emptied-at-close.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { newKeyPair } from "../support/arrival.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { factsOf } from "../support/policy/facts.ts"
import { day as civil, memberOf, personOf } from "../support/policy/team.ts"
import { atEnd, newFolder, opened, rawly } from "../support/store.ts"
import { append, leftIn, matchedSamples } from "../support/transfer.ts"

const day = "2026-03-02"
const today = "2026-03-04T12:00:00Z"
const tags = ["web-server-emptied-at-close" as const]

const withAnswers = async (count: number, mode: StorageSettings["mode"] = "rehearsal"): Promise<StorageSettings> => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(today) })
  atEnd(() => vi.useRealTimers())
  const storage = { mode, dataDir: newFolder(), databaseUrl: undefined } as const
  const { publicKey, privateKey } = await newKeyPair()
  keepKey(privateKeyFile(storage.dataDir, day), privateKey)
  await append(await opened(collectionSource(storage), mode), matchedSamples(count, 3), day, publicKey)
  return storage
}

const printed = async (command: string, storage: StorageSettings, ...args: string[]) => {
  const { code, said } = await heard(() => ask(storage, command, ...args))
  return { code, said: said.join("\n") }
}

/** Flips one bit of one sealed row. */
const alterOne = async (storage: StorageSettings): Promise<void> => {
  const { db } = rawly(collectionSource(storage))
  const row = await db.selectFrom("response").selectAll().executeTakeFirstOrThrow()
  const ciphertext = Uint8Array.from(row.ciphertext)
  ciphertext[0] = (ciphertext[0] ?? 0) ^ 1
  await db.deleteFrom("response").where("key", "=", row.key).execute()
  await db
    .insertInto("response")
    .values({ ...row, ciphertext })
    .execute()
}

const left = (storage: StorageSettings) => leftIn({ collection: collectionSource(storage) })
const evidenceOf = (storage: StorageSettings) => openedEvidence(evidenceSource(storage), { mode: storage.mode })

const seen = async (storage: StorageSettings) => {
  const evidence = await evidenceOf(storage)
  const counts = await Effect.runPromise(evidence.arrivals.counts)
  return {
    arrived: counts.reduce((sum, { responses }) => sum + responses, 0),
    givenUp: await Effect.runPromise(evidence.bodiesOf("answers-given-up")),
    certificates: await Effect.runPromise(evidence.bodiesOf("day-transferred")),
  }
}

const on = "2026-03-04"
const witnesses = ["--witness", "0123456789abcdef", "--witness", "fedcba9876543210"]

test("after an altered row is abandoned the rest has arrived, the key is destroyed, and the collection can be closed", {
  tags,
}, async () => {
  const storage = await withAnswers(12)
  await alterOne(storage)
  expect(await printed("transfer", storage)).toMatchObject({ code: 1, said: expect.stringContaining("does not open") })
  expect(await left(storage)).toBe(1)
  expect((await printed("transfer", storage, "--give-up", day)).code).toBe(0)
  expect(await left(storage)).toBe(0)
  expect(existsSync(privateKeyFile(storage.dataDir, day))).toBe(false)
  expect(await seen(storage)).toMatchObject({
    arrived: 11,
    givenUp: [{ of: day, on, responses: 1, by: "rehearsal" }],
    certificates: [{ of: day, responses: 11 }],
  })
  const people = await evidenceOf(storage)
  for (const person of ["0123456789abcdef", "fedcba9876543210"])
    await Effect.runPromise(people.keepMember(memberOf("dpo", { person: PersonId.make(person) })))
  expect((await printed("close", storage, ...witnesses)).code).toBe(0)
  const verdict = webServerEmptiedAtClose.audit(await Effect.runPromise(factsOf(await evidenceOf(storage))))
  expect(verdict).toMatchObject({ status: "upheld" })
  expect(JSON.stringify(verdict)).toContain(`fewer than 10 answers of ${day} were given up`)
})

test("a day with a lost key can be abandoned before or after some of it has arrived", { tags }, async () => {
  for (const first of [0, 7]) {
    const storage = await withAnswers(12)
    if (first > 0) {
      vi.setSystemTime(new Date(`${day}T12:00:00Z`))
      await printed("transfer", storage, "--today")
      vi.setSystemTime(new Date(today))
      const { publicKey } = await newKeyPair()
      await append(await opened(collectionSource(storage)), matchedSamples(5, 4), day, publicKey)
    }
    rmSync(privateKeyFile(storage.dataDir, day))
    expect(await printed("transfer", storage)).toMatchObject({ code: 1, said: expect.stringContaining("is missing") })
    expect((await printed("transfer", storage, "--give-up", day)).code).toBe(0)
    const { arrived, givenUp, certificates } = await seen(storage)
    expect(await left(storage)).toBe(0)
    expect({ arrived, givenUp }).toMatchObject(
      first > 0 ? { arrived: 12, givenUp: [{ responses: 5 }] } : { arrived: 0, givenUp: [{ responses: 12 }] },
    )
    expect(certificates).toHaveLength(first > 0 ? 1 : 0)
    expect((await printed("transfer", storage)).said).toContain("no day complete")
  }
})

test("only rows that do not open are abandoned, and only of the named day", { tags }, async () => {
  const storage = await withAnswers(6)
  await alterOne(storage)
  expect((await printed("transfer", storage, "--give-up", "2026-03-01")).code).toBe(1)
  expect(await left(storage)).toBe(1)
  expect((await seen(storage)).givenUp).toEqual([])
})

test("a row that opens but does not match its form stays for the version that collected it", { tags }, async () => {
  const storage = await withAnswers(0)
  const { publicKey, privateKey } = await newKeyPair()
  rmSync(privateKeyFile(storage.dataDir, day))
  keepKey(privateKeyFile(storage.dataDir, day), privateKey)
  const [known] = matchedSamples(1, 5)
  const unknown: Matched = JSON.parse(JSON.stringify({ ...known, answers: {} }))
  await append(await opened(collectionSource(storage)), [unknown], day, publicKey)
  await alterOne(storage)
  await append(await opened(collectionSource(storage)), [unknown], day, publicKey)
  expect(await printed("transfer", storage, "--give-up", day)).toMatchObject({
    code: 1,
    said: expect.stringContaining("run the version of the code that collected it"),
  })
  expect(await left(storage)).toBe(2)
  expect(existsSync(privateKeyFile(storage.dataDir, day))).toBe(true)
})

test("in live only a permitted supervisor can abandon answers, and until then nothing is moved", { tags }, async () => {
  const storage = await withAnswers(6, "live")
  await alterOne(storage)
  const evidence = await evidenceOf(storage)
  await Effect.runPromise(evidence.keepMember(memberOf("evidence-team", { trainedOn: civil("2026-03-01") })))
  expect((await printed("transfer", storage, "--give-up", day)).said).toContain("Only a supervisor may abandon")
  const refused = await printed("transfer", storage, "--give-up", day, "--by", personOf("evidence-team"))
  expect(refused.code).toBe(1)
  expect([await left(storage), (await seen(storage)).givenUp]).toEqual([6, []])
  const supervisor = memberOf("head-of-data-science", { trainedOn: civil("2026-03-01") })
  await Effect.runPromise(evidence.keepMember(supervisor))
  expect((await printed("transfer", storage, "--give-up", day, "--by", supervisor.person)).code).toBe(0)
  expect((await seen(storage)).givenUp).toMatchObject([{ responses: 1, by: "head-of-data-science" }])
})

test.for([["--give-up"], ["--give-up", "Monday"], ["--give-up", "2026-02-30"], ["--by", "somebody"]])(
  "%s is refused before anything is opened",
  { tags },
  async (args) => {
    const storage = await withAnswers(1)
    expect(await printed("transfer", storage, ...args)).toMatchObject({
      code: 2,
      said: expect.stringContaining("Nothing was done"),
    })
  },
)
