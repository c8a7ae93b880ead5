/** `ask -- status` tells bands and no number; `ask -- open` reads answers back in rehearsal, and in rehearsal only. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { sealGroup } from "../../db/collection/seal.ts"
import { daysAhead, keepDayKeys, privateKeyFile } from "../../db/keys/day-keys.ts"
import { destroyKey } from "../../db/keys/key-file.ts"
import { open } from "../../src/commands/open.ts"
import { status } from "../../src/commands/status.ts"
import { collectionSource, type Place } from "../../src/launcher/place.ts"
import { arrival, matched } from "../support/arrival.ts"
import { heard } from "../support/heard.ts"
import { engines, newFolder, newSource, opened } from "../support/store.ts"

const day = "2026-11-22"

const newPlace = async (engine: "sqlite" | "postgres", mode: Place["mode"] = "rehearsal"): Promise<Place> => {
  const source = engine === "postgres" ? await newSource("postgres") : undefined
  return { mode, dataDir: newFolder(), databaseUrl: source?.dialect === "postgres" ? source.url : undefined }
}

const printed = async (command: (place: Place) => Promise<number>, place: Place) => {
  const { code, out, error } = await heard(() => command(place))
  return { code, out: out.join("\n"), error: error.join("\n") }
}

describe.each(engines)("on %s", (engine) => {
  test("status shows none, fewer than 10, and tens, by day and form, while the store is in use", async () => {
    const place = await newPlace(engine)
    const collection = await opened(collectionSource(place), "rehearsal")
    const few = Array.from({ length: 7 }, (_, n) => arrival(`few-${n}`, { form: "4-5" }))
    const more = Array.from({ length: 27 }, (_, n) => arrival(`more-${n}`, { day: n < 13 ? day : "2026-11-23" }))
    await collection.append([...few, ...more], "2026-11-29")
    const { code, out } = await printed(status, place)
    expect(code).toBe(0)
    const [counts = "", geography] = out.split("\n\n")
    expect(geography).toContain("made up")
    expect(counts.split("\n").map((line) => line.split(/ {2,}/))).toEqual([
      ["Answers held in rehearsal, in bands:"],
      ["", "4-5", "6-8", "9-12", "13-17", "easy-read-6-8", "easy-read-9-12"],
      ["2026-11-22", "fewer than 10", "none", "10", "none", "none", "none"],
      ["2026-11-23", "none", "none", "10", "none", "none", "none"],
      ["all days", "fewer than 10", "none", "20", "none", "none", "none"],
    ])
    expect(out).not.toMatch(/\b(7|27|13|14)\b(?!-)/)
  })

  test("open prints each answer once, as canonical JSON", async () => {
    const place = await newPlace(engine)
    const collection = await opened(collectionSource(place), "rehearsal")
    const publicKey = (await keepDayKeys(place.dataDir, day))[day] ?? new Uint8Array()
    const { sealed } = await sealGroup([matched("good"), matched("not so good", "4-5")], day, publicKey)
    await collection.append(
      sealed.map((row, n) => ({ ...arrival(`${n}`), sealed: row })),
      "2026-11-29",
    )
    const { code, out } = await printed(open, place)
    expect(code).toBe(0)
    expect(out.split("\n").sort()).toEqual([
      `{"answers":{"how-are-you":"good"},"day":"${day}","form":"9-12","geography":"not-asked"}`,
      `{"answers":{"how-are-you":"not so good"},"day":"${day}","form":"4-5","geography":"not-asked"}`,
    ])
  })
})

test("in live open refuses before it looks at anything", async () => {
  const place = await newPlace("sqlite", "live")
  const { code, out, error } = await printed(open, place)
  expect({ code, out }).toEqual({ code: 1, out: "" })
  expect(error).toContain("use ask -- open in rehearsal")
})

test("a store of live is neither counted nor opened in rehearsal", async () => {
  const place = await newPlace("sqlite")
  await opened(collectionSource(place), "live")
  for (const command of [status, open]) {
    const { code, out, error } = await printed(command, place)
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(error).toContain("This store belongs to live")
  }
})

test("where there is no store yet nothing is held, and looking makes none", async () => {
  const place = await newPlace("sqlite")
  const first = await printed(status, place)
  expect(first.out).toContain("all days  none")
  expect((await printed(open, place)).error).toContain("npm start makes it")
  expect(await printed(status, place)).toEqual(first)
})

test("an answer whose private key is gone stays sealed, and that is said", async () => {
  const place = await newPlace("sqlite")
  const collection = await opened(collectionSource(place), "rehearsal")
  const keys = await keepDayKeys(place.dataDir, day)
  expect(Object.keys(keys)).toHaveLength(daysAhead + 1)
  const { sealed } = await sealGroup([matched("a secret word")], day, keys[day] ?? new Uint8Array())
  await collection.append(
    sealed.map((row) => ({ ...arrival("a"), sealed: row })),
    "2026-11-29",
  )
  destroyKey(privateKeyFile(place.dataDir, day))
  const { code, out, error } = await printed(open, place)
  expect({ code, out }).toEqual({ code: 1, out: "" })
  expect(error).toContain(`The private key of ${day} is not here`)
  expect(await Effect.runPromise(collection.counts)).toHaveLength(1)
})
