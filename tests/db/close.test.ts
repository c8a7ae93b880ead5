/** `ask -- close` ends a collection once: all of it arrives, nothing is left where it lay, and whatever stands in the way is named. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { observed } from "../../db/evidence/observed.ts"
import { geographyFolder } from "../../db/geography/kept.ts"
import { dayOf } from "../../db/keys/civil-day.ts"
import { keepDayKeys, privateKeyFile } from "../../db/keys/day-keys.ts"
import { lostKeys } from "../../db/keys/lost-keys.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import { today as civilToday } from "../../policy/civil-day.ts"
import { foundOpen, notOpen } from "../../policy/collection/collection-state.ts"
import { takeExtract } from "../../policy/extract/extract.ts"
import { webServerEmptiedAtClose } from "../../policy/rules/web-server-emptied-at-close.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { close } from "../../src/commands/close.ts"
import { storesHere } from "../../src/commands/stores-here.ts"
import { collectionSource, evidenceSource, type Place } from "../../src/launcher/place.ts"
import { asking, everyone } from "../policy/custody.ts"
import { granted } from "../policy/team.ts"
import { openedEvidence } from "../support/evidence.ts"
import { heard } from "../support/heard.ts"
import { newFolder, opened } from "../support/store.ts"
import { append, matchedSamples } from "../support/transfer.ts"

const tags = ["web-server-emptied-at-close" as const]
const today = dayOf(Date.now())
const witnesses = ["--witness", "0123456789abcdef", "--witness", "fedcba9876543210"]

const withAnswers = async (count: number): Promise<Place> => {
  const place = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  const keys = await keepDayKeys(place.dataDir, today)
  await append(await opened(collectionSource(place)), matchedSamples(count, 3), today, keys[today] ?? new Uint8Array())
  return place
}

const closing = async (place: Place, options: readonly string[] = witnesses) => {
  const { code, out, error } = await heard(() => close(place, options))
  return { code, out: out.join("\n"), error: error.join("\n") }
}

const inEvidence = async (place: Place) => openedEvidence(evidenceSource(place))

const verdictOn = async (place: Place) => {
  const evidence = await inEvidence(place)
  return Effect.runPromise(
    webServerEmptiedAtClose.audit.pipe(
      Effect.provide(observed(evidence)),
      Effect.provideService(CollectionWindow, "always"),
    ),
  )
}

test("everything arrives, the collection is empty, no private key of a day is left, and the audit upholds the rule", {
  tags,
}, async () => {
  const place = await withAnswers(60)
  const { code, out, error } = await closing(place)
  expect({ code, error }).toEqual({ code: 0, error: "" })
  expect(out).toMatch(/^The collection in rehearsal was closed on \d{4}-\d{2}-\d{2}: it is empty/)
  const evidence = await inEvidence(place)
  expect((await Effect.runPromise(evidence.arrivals.counts)).reduce((sum, each) => sum + each.responses, 0)).toBe(60)
  expect(await Effect.runPromise((await opened(collectionSource(place))).counts)).toEqual([])
  expect(keysInFolder(place.dataDir).days()).toEqual([])
  expect(readdirSync(join(place.dataDir, "keys", "public")).filter((name) => /^\d/.test(name))).toEqual([])
  expect((await verdictOn(place)).status).toBe("upheld")
  await Effect.runPromise(evidence.verify())
})

test("nothing is taken any more, whoever sends it, and it cannot be closed or opened again", { tags }, async () => {
  const place = await withAnswers(8)
  await closing(place)
  const keys = await keepDayKeys(place.dataDir, today)
  const collection = await opened(collectionSource(place))
  expect(await append(collection, matchedSamples(2, 4), today, keys[today] ?? new Uint8Array())).toEqual([
    "refused",
    "refused",
  ])
  expect(await closing(place)).toMatchObject({ code: 1, error: expect.stringContaining("cannot be closed twice") })
  expect((await verdictOn(place)).status).toBe("upheld")
})

test("a lost key stops it: nothing more is taken, nothing is removed, and it goes on when the key is back", {
  tags,
}, async () => {
  const place = await withAnswers(5)
  const keys = keysInFolder(place.dataDir)
  const key = keys.read(today) ?? new Uint8Array()
  const kept = Uint8Array.from(key)
  keys.destroy(today)
  const stopped = await closing(place)
  expect(stopped.code).toBe(1)
  expect(stopped.error).toContain(today)
  expect(await Effect.runPromise((await opened(collectionSource(place))).counts)).not.toEqual([])
  expect((await verdictOn(place)).status).toBe("not checked")
  keys.keep(today, kept)
  expect(await closing(place)).toMatchObject({ code: 0 })
})

test("a lost key of a day to come is seen by looking alone, and told in the report", { tags }, async () => {
  const place = await withAnswers(3)
  const keys = keysInFolder(place.dataDir)
  const seen = () => lostKeys(keys, place.dataDir, [today])
  expect(seen()).toEqual([])
  const later = keys.days().at(-1) ?? ""
  keys.destroy(later)
  expect(seen()).toEqual([later])
  const { seen: layer } = await Effect.runPromise(Effect.scoped(storesHere(place)))
  const verdict = webServerEmptiedAtClose.audit.pipe(
    Effect.provide(layer),
    Effect.provideService(CollectionWindow, "always"),
  )
  expect(JSON.stringify(await Effect.runPromise(verdict))).toContain(`the private key of ${later} is lost`)
})

test("a residue stops it, and is named by its file alone", { tags }, async () => {
  const place = await withAnswers(5)
  const note = join(place.dataDir, "note.txt")
  writeFileSync(note, "the child of ZZ1 0AA")
  const stopped = await closing(place)
  expect(stopped.code).toBe(1)
  expect(stopped.error).toContain(note)
  expect(stopped.error).not.toContain("ZZ1")
  expect((await verdictOn(place)).status).toBe("not checked")
  writeFileSync(note, "nothing")
  expect(await closing(place)).toMatchObject({ code: 0 })
})

test("an extract that is not certified as deleted stops it", {
  tags: ["processor-extracts-deleted-at-close"],
}, async () => {
  const place = await withAnswers(5)
  const evidence = await inEvidence(place)
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
  const stopped = await closing(place)
  expect(stopped.code).toBe(1)
  expect(stopped.error).toContain("attestation of its deletion")
  expect((await verdictOn(place)).status).toBe("not checked")
})

test("where nothing was ever collected there is nothing to close", { tags }, async () => {
  const place = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  expect((await closing(place)).code).toBe(1)
  await opened(collectionSource(place))
  expect(await closing(place)).toMatchObject({ code: 1, error: expect.stringContaining("nothing to close") })
  expect(existsSync(privateKeyFile(place.dataDir, today))).toBe(false)
})

test.each([
  [[]],
  [["--witness", "0123456789abcdef"]],
  [[...witnesses.slice(0, 2), ...witnesses.slice(0, 2)]],
  [[...witnesses, "now"]],
])("two different witnesses are needed: %j", { tags }, async (options) => {
  const place = await withAnswers(1)
  expect(await closing(place, options)).toMatchObject({ code: 2, error: expect.stringContaining("--witness ID twice") })
})

test("a damaged geography is refused before anything is closed: the last scan could not look for its postcodes", {
  tags,
}, async () => {
  const place = await withAnswers(3)
  const published = geographyFolder(place.dataDir)
  mkdirSync(published)
  writeFileSync(join(published, "england.index"), "cut off")
  const { code, error } = await closing(place)
  expect(code).toBe(1)
  expect(error).toContain("import it again")
  expect((await Effect.runPromise((await inEvidence(place)).collection)).state).toBe("not-open")
  rmSync(published, { recursive: true })
  expect((await closing(place)).code).toBe(0)
})
