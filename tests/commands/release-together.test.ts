/** Tables that are safe one by one and together give a few children away are refused on a live store, by the table that would. */
import { randomBytes } from "node:crypto"
import { readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import type { KeptResponseTable } from "../../db/evidence/schema.ts"
import { today } from "../../policy/civil-day.ts"
import { evidenceSource, releasedDir, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { keepRows, keptRow } from "../support/kept-responses.ts"
import { memberOf } from "../support/policy/team.ts"
import { newFolder } from "../support/store.ts"
import { author, first, second, supervisor } from "../support/team-store.ts"
import { matchedSamples } from "../support/transfer.ts"

const day = "2026-03-02"
const regions = ["E12000001", "E12000002", "E12000004", "E12000007"]

/** Five girls of 10 are in the North West. */
const rows = (): readonly KeptResponseTable[] => {
  const sample = matchedSamples(120, 9)
    .map((matched) => keptRow(matched, day))
    .find(({ form, place }) => form === "9-12" && place === "matched")
  if (sample === undefined) throw new Error("one of the samples is matched")
  return regions.flatMap((region, at) =>
    ["9", "10"].flatMap((age) =>
      ["girl", "boy"].flatMap((gender) => {
        const few = region === "E12000002" && age === "10" && gender === "girl"
        const answers = JSON.stringify({ ...JSON.parse(sample.answers), age, gender })
        return Array.from({ length: few ? 5 : 14 + at }, () => ({ ...sample, id: randomBytes(16), region, answers }))
      }),
    ),
  )
}

const liveStore = async (): Promise<StorageSettings> => {
  const storage = { mode: "live", dataDir: newFolder(), databaseUrl: undefined } as const
  await keepRows(evidenceSource(storage), rows(), { days: [day], mode: "live" })
  const evidence = await openedEvidence(evidenceSource(storage), { mode: "live" })
  const trainedOn = await Effect.runPromise(today)
  for (const number of [0, 1, 2])
    await Effect.runPromise(evidence.keepMember(memberOf("evidence-team", { trainedOn }, number)))
  await Effect.runPromise(evidence.keepMember(memberOf("director-of-evidence", { trainedOn })))
  return storage
}

test("England, then three of its regions by filter", {
  tags: ["small-cells-suppressed"],
  timeout: 240_000,
}, async () => {
  const storage = await liveStore()
  const says = async (...args: readonly string[]) => {
    const { code, said } = await heard(() => ask(storage, ...args))
    return { code, text: said.join("\n") }
  }
  const propose = (...filter: readonly string[]) =>
    says("table", "--rows", "age", "--columns", "gender", ...filter, "--propose", "--by", author)
  const only = (region: string) => ["--filter", `region=${region}`]
  for (const filter of [[], only("E12000001"), only("E12000004")]) {
    const { text } = await propose(...filter)
    const [id = ""] = /(?<=Proposed as )[0-9a-f]{64}/.exec(text) ?? []
    for (const person of [first, second])
      expect(await says("release", "check", id, "--by", person), text).toMatchObject({ code: 0 })
    expect(await says("release", id, "--by", supervisor), text).toMatchObject({ code: 0 })
  }
  const refused = await propose(...only("E12000007"))
  expect(refused.code).toBe(1)
  for (const words of [
    "together with the tables released before",
    "all less",
    "London",
    "10 years old",
    "filter on region",
  ])
    expect(refused.text).toContain(words)
})

test("a plan of England and its regions: proposed, checked and released as a whole, and in part", {
  tags: ["small-cells-suppressed"],
  timeout: 240_000,
}, async () => {
  const storage = await liveStore()
  const says = async (...args: readonly string[]) => {
    const { code, said } = await heard(() => ask(storage, "publication", ...args))
    return { code, text: said.join("\n") }
  }
  const planOf = (name: string, tables: readonly unknown[]) => {
    const path = join(storage.dataDir, name)
    writeFileSync(path, JSON.stringify({ tables }))
    return path
  }
  const england = { rows: "age", columns: "gender" }
  const each = { ...england, each: regions.map((region) => `region=${region}`) }
  const [whole, part] = [planOf("whole.json", [england, each]), planOf("part.json", [england])]
  const planned = await says("plan", whole, "--by", author, "--propose")
  expect(planned).toMatchObject({ code: 0, text: expect.stringContaining("5 of 5 tables are safe together") })
  expect(planned.text).toContain("so that no small (1 to 9) count can be worked out")
  expect(planned.text).toContain("5 proposed.")
  expect(await says("release", whole, "--by", supervisor)).toMatchObject({ code: 1 })
  for (const person of [first, second])
    expect(await says("check", whole, "--by", person)).toEqual({ code: 0, text: "Checked: 5 tables of the plan." })
  expect(await says("release", part, "--by", supervisor)).toMatchObject({
    code: 0,
    text: expect.stringContaining("Released: 1 table"),
  })
  expect(await says("release", whole, "--by", supervisor)).toMatchObject({
    code: 0,
    text: expect.stringContaining("Released: 4 tables"),
  })
  expect(readdirSync(releasedDir(storage)).filter((file) => file.endsWith(".csv"))).toHaveLength(5)
  expect((await says("release", whole, "--by", supervisor)).text).toContain("No table of the plan waits")
  const bad = planOf("bad.json", [{ rows: "sexe" }])
  expect(await says("plan", bad, "--by", author)).toMatchObject({
    code: 2,
    text: expect.stringContaining("Entry 1 of the plan"),
  })
  expect(await says("plan", join(storage.dataDir, "none.json"))).toMatchObject({
    code: 2,
    text: expect.stringContaining("cannot be read"),
  })
})
