/** `ask -- scan` names file and place and never what stands there, and the ledger keeps what it found for the report. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { scan } from "../../src/commands/scan.ts"
import { collectionSource, evidenceSource, type Place } from "../../src/launcher/place.ts"
import { openedEvidence } from "../support/evidence.ts"
import { heard } from "../support/heard.ts"
import { newFolder, opened } from "../support/store.ts"

const tags = ["postcode-destroyed-after-matching" as const]

const place = async (): Promise<Place> => {
  const here = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  await opened(collectionSource(here))
  return here
}

const scanning = async (here: Place, ...args: string[]) => {
  const { code, said } = await heard(() => scan(here, args))
  return { code, said: said.join("\n") }
}

const noted = async (here: Place) =>
  Effect.runPromise((await openedEvidence(evidenceSource(here))).bodiesOf("residue-scanned"))

test("where there is nothing it says so, and the ledger has it", { tags }, async () => {
  const here = await place()
  await openedEvidence(evidenceSource(here))
  const { code, said } = await scanning(here)
  expect(said).toMatch(/Nothing found in \d+ files/)
  expect(code).toBe(0)
  expect(await noted(here)).toMatchObject([{ traces: 0 }])
})

test("what is found is told by file, place and encoding, and not said", { tags }, async () => {
  const here = await place()
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
})

test("files, folders and devices besides are looked at, and what is not there is said to be missing", {
  tags,
}, async () => {
  const here = await place()
  const image = join(newFolder(), "disk.img")
  writeFileSync(image, Buffer.concat([Buffer.alloc(70_000), Buffer.from("ZZ1 0AA")]))
  const found = await scanning(here, image)
  expect(found).toMatchObject({ code: 1, said: expect.stringContaining(`${image}, byte 70000`) })
  expect(await scanning(here, join(here.dataDir, "gone"))).toMatchObject({
    code: 2,
    said: expect.stringContaining("is not there"),
  })
})

test.each([["--word"], ["--words"]])("%s is not understood", { tags }, async (option) => {
  expect(await scanning(await place(), option)).toMatchObject({ code: 2, said: expect.stringContaining("scan takes") })
})

test("a planted word that is too short to be looked for is refused", { tags }, async () => {
  const words = join(newFolder(), "words")
  writeFileSync(words, "Al\n")
  expect(await scanning(await place(), "--words", words)).toMatchObject({
    code: 2,
    said: expect.stringContaining("longer"),
  })
})
