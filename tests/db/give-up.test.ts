/** Answers that nothing opens are given up by a supervisor alone, one day at a time, counted in the ledger; whatever opens is not. */
import { existsSync, rmSync } from "node:fs"
import { Effect } from "effect"
import { expect, test, vi } from "vitest"
import { observed } from "../../db/evidence/observed.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keepKey } from "../../db/keys/key-file.ts"
import { webServerEmptiedAtClose } from "../../policy/rules/web-server-emptied-at-close.ts"
import type { Matched } from "../../policy/stage.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { close } from "../../src/commands/close.ts"
import { transfer } from "../../src/commands/transfer.ts"
import { collectionSource, evidenceSource, type Place } from "../../src/launcher/place.ts"
import { day as civil, memberOf, personOf } from "../policy/team.ts"
import { newKeyPair } from "../support/arrival.ts"
import { openedEvidence } from "../support/evidence.ts"
import { heard } from "../support/heard.ts"
import { atEnd, newFolder, opened, rawly } from "../support/store.ts"
import { append, leftIn, matchedSamples } from "../support/transfer.ts"

const day = "2026-03-02"
const today = "2026-03-04T12:00:00Z"
const tags = ["web-server-emptied-at-close" as const]

const withAnswers = async (count: number, mode: Place["mode"] = "rehearsal"): Promise<Place> => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(today) })
  atEnd(() => vi.useRealTimers())
  const place = { mode, dataDir: newFolder(), databaseUrl: undefined } as const
  const { publicKey, privateKey } = await newKeyPair()
  keepKey(privateKeyFile(place.dataDir, day), privateKey)
  await append(await opened(collectionSource(place), mode), matchedSamples(count, 3), day, publicKey)
  return place
}

const printed = async (
  command: (place: Place, args: readonly string[]) => Promise<number>,
  place: Place,
  ...args: string[]
) => {
  const { code, said } = await heard(() => command(place, args))
  return { code, said: said.join("\n") }
}

/** One bit of one sealed row. */
const alterOne = async (place: Place): Promise<void> => {
  const { db } = rawly(collectionSource(place))
  const row = await db.selectFrom("response").selectAll().executeTakeFirstOrThrow()
  const ciphertext = Uint8Array.from(row.ciphertext)
  ciphertext[0] = (ciphertext[0] ?? 0) ^ 1
  await db.deleteFrom("response").where("key", "=", row.key).execute()
  await db
    .insertInto("response")
    .values({ ...row, ciphertext })
    .execute()
}

const left = (place: Place) => leftIn({ collection: collectionSource(place) })
const evidenceOf = (place: Place) => openedEvidence(evidenceSource(place), { mode: place.mode })

const seen = async (place: Place) => {
  const evidence = await evidenceOf(place)
  const counts = await Effect.runPromise(evidence.arrivals.counts)
  return {
    arrived: counts.reduce((sum, { responses }) => sum + responses, 0),
    givenUp: await Effect.runPromise(evidence.bodiesOf("answers-given-up")),
    certificates: await Effect.runPromise(evidence.bodiesOf("day-transferred")),
  }
}

const on = "2026-03-04"
const witnesses = ["--witness", "0123456789abcdef", "--witness", "fedcba9876543210"]

test("a row that was altered: the rest arrives, the key goes, and the collection can be closed", { tags }, async () => {
  const place = await withAnswers(12)
  await alterOne(place)
  expect(await printed(transfer, place)).toMatchObject({ code: 1, said: expect.stringContaining("does not open") })
  expect(await left(place)).toBe(1)
  expect((await printed(transfer, place, "--give-up", day)).code).toBe(0)
  expect(await left(place)).toBe(0)
  expect(existsSync(privateKeyFile(place.dataDir, day))).toBe(false)
  expect(await seen(place)).toMatchObject({
    arrived: 11,
    givenUp: [{ of: day, on, responses: 1, by: "rehearsal" }],
    certificates: [{ of: day, responses: 11 }],
  })
  expect((await printed(close, place, ...witnesses)).code).toBe(0)
  const verdict = await Effect.runPromise(
    webServerEmptiedAtClose.audit.pipe(
      Effect.provide(observed(await evidenceOf(place))),
      Effect.provideService(CollectionWindow, "always"),
    ),
  )
  expect(verdict).toMatchObject({ status: "upheld" })
  expect(JSON.stringify(verdict)).toContain(`fewer than 10 answers of ${day} were given up`)
})

test("a key that is lost, before anything of its day arrived and after", { tags }, async () => {
  for (const first of [0, 7]) {
    const place = await withAnswers(12)
    if (first > 0) {
      vi.setSystemTime(new Date(`${day}T12:00:00Z`))
      await printed(transfer, place, "--today")
      vi.setSystemTime(new Date(today))
      const { publicKey } = await newKeyPair()
      await append(await opened(collectionSource(place)), matchedSamples(5, 4), day, publicKey)
    }
    rmSync(privateKeyFile(place.dataDir, day))
    expect(await printed(transfer, place)).toMatchObject({ code: 1, said: expect.stringContaining("is not here") })
    expect((await printed(transfer, place, "--give-up", day)).code).toBe(0)
    const { arrived, givenUp, certificates } = await seen(place)
    expect(await left(place)).toBe(0)
    expect({ arrived, givenUp }).toMatchObject(
      first > 0 ? { arrived: 12, givenUp: [{ responses: 5 }] } : { arrived: 0, givenUp: [{ responses: 12 }] },
    )
    expect(certificates).toHaveLength(first > 0 ? 1 : 0)
    expect((await printed(transfer, place)).said).toContain("no day complete")
  }
})

test("only the day that is named, and only what does not open", { tags }, async () => {
  const place = await withAnswers(6)
  await alterOne(place)
  expect((await printed(transfer, place, "--give-up", "2026-03-01")).code).toBe(1)
  expect(await left(place)).toBe(1)
  expect((await seen(place)).givenUp).toEqual([])
})

test("what opens and is none that this version knows is kept, for the version that took it", { tags }, async () => {
  const place = await withAnswers(0)
  const { publicKey, privateKey } = await newKeyPair()
  rmSync(privateKeyFile(place.dataDir, day))
  keepKey(privateKeyFile(place.dataDir, day), privateKey)
  const [known] = matchedSamples(1, 5)
  const unknown: Matched = JSON.parse(JSON.stringify({ ...known, answers: {} }))
  await append(await opened(collectionSource(place)), [unknown], day, publicKey)
  await alterOne(place)
  await append(await opened(collectionSource(place)), [unknown], day, publicKey)
  expect(await printed(transfer, place, "--give-up", day)).toMatchObject({
    code: 1,
    said: expect.stringContaining("run the version of the code that took it"),
  })
  expect(await left(place)).toBe(2)
  expect(existsSync(privateKeyFile(place.dataDir, day))).toBe(true)
})

test("in live by a supervisor who may, and by nobody else: until then nothing is moved", { tags }, async () => {
  const place = await withAnswers(6, "live")
  await alterOne(place)
  const evidence = await evidenceOf(place)
  await Effect.runPromise(evidence.keepMember(memberOf("evidence-team", { trainedOn: civil("2026-03-01") })))
  expect((await printed(transfer, place, "--give-up", day)).said).toContain("by a supervisor alone")
  const refused = await printed(transfer, place, "--give-up", day, "--by", personOf("evidence-team"))
  expect(refused.code).toBe(1)
  expect([await left(place), (await seen(place)).givenUp]).toEqual([6, []])
  const supervisor = memberOf("head-of-data-science", { trainedOn: civil("2026-03-01") })
  await Effect.runPromise(evidence.keepMember(supervisor))
  expect((await printed(transfer, place, "--give-up", day, "--by", supervisor.person)).code).toBe(0)
  expect((await seen(place)).givenUp).toMatchObject([{ responses: 1, by: "head-of-data-science" }])
})

test.for([["--give-up"], ["--give-up", "Monday"], ["--give-up", "2026-02-30"], ["--by", "somebody"]])(
  "%s is not understood",
  { tags },
  async (args) => {
    const place = await withAnswers(1)
    expect(await printed(transfer, place, ...args)).toMatchObject({ code: 2, said: expect.stringContaining("takes") })
  },
)
