/** `ask -- status` tells bands and no number; `ask -- open` reads answers back in rehearsal, and in rehearsal only. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { sealGroup } from "../../db/collection/seal.ts"
import { daysAhead, privateKeyFile } from "../../db/keys/day-keys.ts"
import { destroyKey } from "../../db/keys/key-file.ts"
import { collectionSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { arrival, matched } from "../support/arrival.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { dayKeys } from "../support/day-keys.ts"
import { engines, newFolder, newSource, opened } from "../support/store.ts"

const day = "2026-11-22"

const newStorage = async (
  engine: "sqlite" | "postgres",
  mode: StorageSettings["mode"] = "rehearsal",
): Promise<StorageSettings> => {
  const source = engine === "postgres" ? await newSource("postgres") : undefined
  return { mode, dataDir: newFolder(), databaseUrl: source?.dialect === "postgres" ? source.url : undefined }
}

const printed = async (command: string, storage: StorageSettings) => {
  const { code, out, error } = await heard(() => ask(storage, command))
  return { code, out: out.join("\n"), error: error.join("\n") }
}

describe.each(engines)("on %s", (engine) => {
  test("status shows fewer than 10, and tens, by day and form, while the store is in use", async () => {
    const storage = await newStorage(engine)
    const collection = await opened(collectionSource(storage), "rehearsal")
    const few = Array.from({ length: 7 }, (_, n) => arrival(`few-${n}`, { form: "4-5" }))
    const more = Array.from({ length: 27 }, (_, n) => arrival(`more-${n}`, { day: n < 13 ? day : "2026-11-23" }))
    await collection.append([...few, ...more], "2026-11-29")
    const { code, out } = await printed("status", storage)
    expect(code).toBe(0)
    const [low, daily] = ["fewer than 10", "fewer than 10 each day"]
    const [counts = "", geography] = out.split("\n\n")
    expect(geography).toContain("made up")
    expect(counts.split("\n").map((line) => line.split(/ {2,}/))).toEqual([
      ["Answers held in rehearsal, in bands:"],
      ["", "4-5", "6-8", "9-12", "13-17", "easy-read-6-8", "easy-read-9-12"],
      ["2026-11-22", low, low, "10", low, low, low],
      ["2026-11-23", low, low, "10", low, low, low],
      ["all days", daily, daily, "20 or more", daily, daily, daily],
    ])
    expect(out).not.toMatch(/\b(7|27|13|14)\b(?!-)/)
  })

  test("open prints each answer once, as canonical JSON", async () => {
    const storage = await newStorage(engine)
    const collection = await opened(collectionSource(storage), "rehearsal")
    const publicKey = (await dayKeys(storage.dataDir, day))[day] ?? new Uint8Array()
    const { sealed } = sealGroup([matched("good"), matched("not so good", "4-5")], day, publicKey)
    await collection.append(
      sealed.map((row, n) => ({ ...arrival(`${n}`), sealed: row })),
      "2026-11-29",
    )
    const { code, out } = await printed("open", storage)
    expect(code).toBe(0)
    expect(out.split("\n").sort()).toEqual([
      `{"answers":{"how-are-you":"good"},"day":"${day}","form":"9-12","geography":"not-asked"}`,
      `{"answers":{"how-are-you":"not so good"},"day":"${day}","form":"4-5","geography":"not-asked"}`,
    ])
  })
})

test("in live open refuses before it looks at anything", async () => {
  const storage = await newStorage("sqlite", "live")
  const { code, out, error } = await printed("open", storage)
  expect({ code, out }).toEqual({ code: 1, out: "" })
  expect(error).toContain("use ask -- open in rehearsal")
})

test("a store of live is neither counted nor opened in rehearsal", async () => {
  const storage = await newStorage("sqlite")
  await opened(collectionSource(storage), "live")
  for (const command of ["status", "open"]) {
    const { code, out, error } = await printed(command, storage)
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(error).toContain("This store belongs to live")
  }
})

test("where there is no store yet nothing is held, and looking makes none", async () => {
  const storage = await newStorage("sqlite")
  const first = await printed("status", storage)
  expect(first.out).toContain("all days  none")
  expect((await printed("open", storage)).error).toContain("Make it with npm start")
  expect(await printed("status", storage)).toEqual(first)
})

test("an answer whose private key is gone stays sealed, and the output says so", async () => {
  const storage = await newStorage("sqlite")
  const collection = await opened(collectionSource(storage), "rehearsal")
  const keys = await dayKeys(storage.dataDir, day)
  expect(Object.keys(keys)).toHaveLength(daysAhead + 1)
  const { sealed } = sealGroup([matched("a secret word")], day, keys[day] ?? new Uint8Array())
  await collection.append(
    sealed.map((row) => ({ ...arrival("a"), sealed: row })),
    "2026-11-29",
  )
  destroyKey(privateKeyFile(storage.dataDir, day))
  const { code, out, error } = await printed("open", storage)
  expect({ code, out }).toEqual({ code: 1, out: "" })
  expect(error).toContain(`The private key of ${day} is not here`)
  expect(await Effect.runPromise(collection.counts)).toHaveLength(1)
})
