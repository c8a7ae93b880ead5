/** `ask -- scan` names file and position, never the content, and the ledger keeps its result for the report. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { collectionSource, evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { newFolder, opened, rawly } from "../support/store.ts"

const tags = ["postcode-destroyed-after-matching" as const]

const storage = async (): Promise<StorageSettings> => {
  const here = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  await opened(collectionSource(here))
  return here
}

const scanning = async (here: StorageSettings, ...args: string[]) => {
  const { code, said } = await heard(() => ask(here, "scan", ...args))
  return { code, said: said.join("\n") }
}

const noted = async (here: StorageSettings) =>
  Effect.runPromise((await openedEvidence(evidenceSource(here))).bodiesOf("residue-scanned"))

const stores = async (here: StorageSettings) =>
  Effect.runPromise((await openedEvidence(evidenceSource(here))).bodiesOf("store-scanned"))

test("free text with a postcode is found, recorded and counted apart", { tags }, async () => {
  const here = await storage()
  await openedEvidence(evidenceSource(here))
  const { db } = rawly(evidenceSource(here))
  await sql`pragma foreign_keys = off`.execute(db)
  await sql`insert into quarantine values (${Buffer.alloc(16, 1)}, 'life-change', 'I live at zz1 0aa with my nan')`.execute(
    db,
  )
  const { code, said } = await scanning(here)
  expect(code).toBe(0)
  expect(said).toMatch(/^evidence: .*, nothing found; fewer than 10 in free text, which a person has to clean$/m)
  expect(said).not.toMatch(/zz1|nan/)
  const evidence = (await stores(here)).find(({ store }) => store === "evidence")
  expect(evidence).toMatchObject({ traces: 0 })
  expect(evidence?.freeText).toBeGreaterThan(0)
  expect(await noted(here)).toMatchObject([{ traces: 0 }])
})

test("where there is nothing it says so, and the ledger has it", { tags }, async () => {
  const here = await storage()
  await openedEvidence(evidenceSource(here))
  const { code, said } = await scanning(here)
  expect(said).toMatch(/^collection: every byte and row of \d files?, nothing found$/m)
  expect(said).toMatch(/Looked for: postcodes \(made up\), planted words \(0\), answers of destroyed days/)
  expect(code).toBe(0)
  expect(await noted(here)).toMatchObject([{ traces: 0 }])
  expect(await stores(here)).toEqual(
    expect.arrayContaining(
      [
        {
          store: "collection",
          how: "every byte and row",
          traces: 0,
          freeText: 0,
          unread: 0,
          words: 0,
          postcodes: "made up",
        },
        { store: "evidence", how: "every byte and row", traces: 0 },
      ].map((store) => expect.objectContaining(store)),
    ),
  )
})

test("a find is reported by file, position and encoding, without its content", { tags }, async () => {
  const here = await storage()
  await openedEvidence(evidenceSource(here))
  const words = join(newFolder(), "words")
  writeFileSync(words, "Ottoline Quell\n")
  const log = join(here.dataDir, "service.log")
  writeFileSync(log, "GET /?from=zz1+0aa by Ottoline Quell")
  const { code, said } = await scanning(here, "--words", words)
  expect(code).toBe(1)
  expect(said).toContain(`${log}, byte 11: a postcode, in UTF-8`)
  expect(said).toContain(`${log}, byte 22: a planted word, in UTF-8`)
  expect(said).not.toMatch(/zz1|ottoline/i)
  expect(await noted(here)).toMatchObject([{ traces: 2 }])
  expect(await stores(here)).toEqual(
    expect.arrayContaining(
      [
        { store: "collection", words: 1 },
        { store: "evidence", words: 1 },
        { store: "other files", traces: 2 },
      ].map((store) => expect.objectContaining(store)),
    ),
  )
})

test("more files, folders and devices are scanned, and a missing one is refused", {
  tags,
}, async () => {
  const here = await storage()
  const image = join(newFolder(), "disk.img")
  writeFileSync(image, Buffer.concat([Buffer.alloc(70_000), Buffer.from("ZZ1 0AA")]))
  const found = await scanning(here, image)
  expect(found).toMatchObject({ code: 1, said: expect.stringContaining(`${image}, byte 70000`) })
  expect(await scanning(here, join(here.dataDir, "gone"))).toMatchObject({
    code: 2,
    said: expect.stringContaining("does not exist"),
  })
})

test.each([["--word"], ["--words"]])("%s is refused before anything is scanned", { tags }, async (option) => {
  expect(await scanning(await storage(), option)).toMatchObject({
    code: 2,
    said: expect.stringContaining("Nothing was done"),
  })
})

test("a planted word that is too short is refused", { tags }, async () => {
  const words = join(newFolder(), "words")
  writeFileSync(words, "Al\n")
  expect(await scanning(await storage(), "--words", words)).toMatchObject({
    code: 2,
    said: expect.stringContaining("too short"),
  })
})
