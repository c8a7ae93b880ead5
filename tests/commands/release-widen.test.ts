/** `ask -- release widen` lets a table by local authority through every other gate, and `narrow` ends it for tables not yet released. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { today } from "../../policy/civil-day.ts"
import { evidenceSource, releasedDir, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { keepRows, keptRow } from "../support/kept-responses.ts"
import { memberOf, personOf } from "../support/policy/team.ts"
import { newFolder } from "../support/store.ts"
import { matchedSamples } from "../support/transfer.ts"

const day = "2026-03-02"
const [author = "", first = "", second = ""] = [0, 1, 2].map((number) => personOf("evidence-team", number))
const supervisor = personOf("director-of-evidence")
const authorities = [
  ["E09999904", "E12000007"],
  ["E09999901", "E12000001"],
  ["E09999902", "E12000003"],
] as const

/** Forty or so in each of three authorities. */
const placed = async (): Promise<StorageSettings> => {
  const storage = { mode: "live", dataDir: newFolder(), databaseUrl: undefined } as const
  const drawn = matchedSamples(200, 9)
    .map((matched) => keptRow(matched, day))
    .filter(({ place: found }) => found !== "not-asked")
  const rows = drawn.map((row, at) => {
    const [local_authority, region] = authorities[at % authorities.length] ?? authorities[0]
    return { ...row, place: "matched", local_authority, region, imd_decile: null, lsoa: null }
  })
  await keepRows(evidenceSource(storage), rows, { days: [day], mode: "live" })
  const evidence = await openedEvidence(evidenceSource(storage), { mode: "live" })
  const trainedOn = await Effect.runPromise(today)
  for (const number of [0, 1, 2])
    await Effect.runPromise(evidence.keepMember(memberOf("evidence-team", { trainedOn }, number)))
  await Effect.runPromise(evidence.keepMember(memberOf("director-of-evidence", { trainedOn })))
  return storage
}

const asked = async (command: () => Promise<number>) => {
  const { code, said } = await heard(command)
  return { code, text: said.join("\n") }
}

test("from the decision to a public table by local authority, and back", {
  tags: ["aggregates-only-beyond-the-team", "evidence-team-only"],
}, async () => {
  const storage = await placed()
  const says = (...args: readonly string[]) => asked(() => ask(storage, "release", ...args))
  const asks = (...args: readonly string[]) => asked(() => ask(storage, "table", ...args, "--by", author))
  const byAuthority = ["--rows", "local-authority<region"] as const
  const widening = ["widen", "local-authority", "--because", "Councils plan services by it"] as const
  const tooFine = { code: 2, text: expect.stringContaining("ask -- release widen local-authority") }

  expect(await asks(...byAuthority)).toMatchObject(tooFine)
  expect(await says(...widening, "--by", author)).toMatchObject({
    code: 1,
    text: expect.stringContaining("not-for-this-role"),
  })
  expect((await says("widen", "lsoa", "--because", "Councils asked", "--by", supervisor)).code).toBe(2)
  expect((await says("widen", "local-authority", "--by", supervisor)).code).toBe(2)
  expect(await asks(...byAuthority)).toMatchObject(tooFine)
  expect(await says(...widening, "--by", supervisor)).toMatchObject({
    code: 0,
    text: expect.stringContaining("allows publication by local-authority: Councils plan services by it"),
  })
  expect(await says(...widening, "--by", supervisor)).toMatchObject({
    code: 1,
    text: expect.stringContaining("is decided since"),
  })

  const put = await asks(...byAuthority, "--propose")
  expect(put).toMatchObject({ code: 0, text: expect.stringContaining("Safe to release") })
  const later = await asks("--rows", "form-band", "--filter", "local-authority=E09999904,E09999901", "--propose")
  expect(later).toMatchObject({
    code: 0,
    text: expect.stringContaining("only Local authority: Northmoor Council (E09999901) or Oakminster"),
  })
  const [id = "", other = ""] = [put, later].map(({ text }) => /Proposed as ([0-9a-f]{64})/.exec(text)?.[1])
  const shown = (await says("show", id, "--by", first)).text
  expect(shown).toContain("Geography: England, E12000001")
  expect(shown).toContain("Finer than a region by: decision")
  expect(shown).toContain("Audit of the table itself: safe")
  expect(await says(id, "--by", supervisor)).toMatchObject({
    code: 1,
    text: expect.stringContaining("outputs-checked"),
  })
  for (const person of [first, second]) for (const each of [id, other]) await says("check", each, "--by", person)
  expect(await says(id, "--by", supervisor)).toMatchObject({ code: 0, text: expect.stringContaining("1 table is") })
  const pages = readdirSync(releasedDir(storage)).filter((file) => file.endsWith(".html"))
  const page = pages.map((file) => readFileSync(join(releasedDir(storage), file), "utf8")).join("\n")
  expect(page).toContain("Saltby Council (E09999902)")
  expect(page).toContain("3 local authorities")
  expect(page).toMatch(/Finer than a region by.*A signed decision of the controller: [0-9a-f]{64}/)

  expect((await says("narrow", "local-authority", "--by", author)).code).toBe(1)
  expect(await says("narrow", "local-authority", "--by", supervisor)).toMatchObject({
    code: 0,
    text: expect.stringContaining("Tables that were released by it stay published."),
  })
  expect((await says("narrow", "local-authority", "--by", supervisor)).text).toContain(
    "no decision for local-authority",
  )
  expect(await says(other, "--by", supervisor)).toMatchObject({
    code: 1,
    text: expect.stringContaining("finer geography waits for a signed decision"),
  })
  expect(await asks(...byAuthority)).toMatchObject(tooFine)
  expect((await says(id, "--by", supervisor)).text).toContain("It was released before.")
  expect((await says()).text).toMatch(/^decision [0-9a-f]{8} of .* allowed until .* publication by local-authority/)
})
