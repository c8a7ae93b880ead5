/** `ask -- table` says whether a cut is safe and prints no count of children; what it cannot answer it refuses by name, with 2. */
import { existsSync, readdirSync } from "node:fs"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { today } from "../../policy/civil-day.ts"
import { evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { keepRows, keptRow } from "../support/kept-responses.ts"
import { memberOf } from "../support/policy/team.ts"
import { newDatabase } from "../support/postgres.ts"
import { type Engine, engines, newFolder } from "../support/store.ts"
import { matchedSamples } from "../support/transfer.ts"

const days = ["2026-03-02"]
const run = Effect.runPromise

const placed = async (engine: Engine, mode: StorageSettings["mode"] = "rehearsal"): Promise<StorageSettings> => {
  const storage = { mode, dataDir: newFolder(), databaseUrl: undefined }
  return engine === "sqlite" ? storage : { ...storage, evidenceUrl: await newDatabase() }
}

const filled = async (engine: Engine, mode: StorageSettings["mode"] = "rehearsal"): Promise<StorageSettings> => {
  const storage = await placed(engine, mode)
  const drawn = matchedSamples(120, 9).map((matched) => keptRow(matched, days[0] ?? ""))
  await keepRows(evidenceSource(storage), drawn, { days, mode })
  return storage
}

const asked = async (storage: StorageSettings, ...args: readonly string[]) => {
  const { code, said } = await heard(() => ask(storage, "table", ...args))
  return { code, text: said.join("\n") }
}

/** The output of each database for the same responses. */
const bothHeard: (readonly [string, string])[] = []

describe.each(engines)("ask -- table, with the evidence on %s", (engine) => {
  test("says whether it is safe, how much would be withheld, and what would be better", {
    tags: ["small-cells-suppressed", "aggregates-only-beyond-the-team"],
  }, async () => {
    const storage = await filled(engine)
    const safe = await asked(storage, "--rows", "form-band")
    expect(safe.text).toMatch(
      /^Whom the form is for\nSafe to release: 6 cells, none of them small \(1 to 9\); nothing is withheld\.\nNo table has been released so far/,
    )
    expect(safe.code).toBe(0)
    const sparse = await asked(storage, "--rows", "form", "--columns", "gender")
    expect(sparse.text).toContain("Not to be released:")
    expect(sparse.text).toContain("\n  without gender: 0 withheld")
    expect(sparse.code).toBe(0)
    bothHeard.push([safe.text, sparse.text])
    expect(new Set(bothHeard.map(([one]) => one)).size + new Set(bothHeard.map(([, other]) => other)).size).toBe(2)
  })

  test("refuses by name what cannot be asked, in the same words", {
    tags: ["aggregates-only-beyond-the-team"],
  }, async () => {
    const storage = await filled(engine)
    const refused: readonly (readonly [string, ...string[]])[] = [
      ["There is no variable gendr. Near it: gender.", "--rows", "gendr"],
      ["rule aggregates-only-beyond-the-team", "--rows", "local-authority<region"],
      ["rule aggregates-only-beyond-the-team", "--rows", "gender", "--filter", "local-authority=E06000001"],
      ["gender has no category boi. Near it: boy.", "--rows", "age", "--filter", "gender=boi"],
      ["--by takes the id of a person", "--rows", "age", "--by", "A. Person"],
      ["--rows takes", "--rows"],
      ["There is no flag --cells", "--cells", "age"],
      ["The flag --rows is missing"],
    ]
    for (const [why, ...args] of refused) {
      const { code, text } = await asked(storage, ...args)
      expect([code, text], args.join(" ")).toEqual([2, expect.stringContaining(why)])
    }
    expect(await asked(storage, "--rows", "age", "--by", "0123456789abcdef")).toEqual({
      code: 1,
      text: expect.stringContaining("read-responses is not granted (not-on-the-list)"),
    })
  })

  test("live answers are read for a named member alone, and each reading is recorded", {
    tags: ["evidence-team-only"],
  }, async () => {
    const storage = await filled(engine, "live")
    expect(await asked(storage, "--rows", "form-band")).toEqual({
      code: 2,
      text: expect.stringContaining("add --by ID"),
    })
    const evidence = await openedEvidence(evidenceSource(storage), { mode: "live" })
    expect(await run(evidence.bodiesOf("responses-read"))).toEqual([])
    const on = await run(today)
    const member = memberOf("evidence-team", { trainedOn: on })
    await run(evidence.keepMember(member))
    const read = await asked(storage, "--rows", "form-band", "--by", member.person)
    expect([read.code, read.text]).toEqual([0, expect.stringContaining("Safe to release")])
    expect(await run(evidence.bodiesOf("responses-read"))).toEqual(
      days.map((of) => ({ power: "read-responses", role: "evidence-team", of, purpose: "childhood-commission" })),
    )
  })

  test("a safe table is put before the checkers in its author's name, and one that is not safe is not", {
    tags: ["outputs-checked", "small-cells-suppressed"],
  }, async () => {
    const storage = await filled(engine)
    const evidence = await openedEvidence(evidenceSource(storage))
    const member = memberOf("evidence-team", { trainedOn: await run(today) })
    await run(evidence.keepMember(member))
    const put = (...args: readonly string[]) => asked(storage, ...args, "--propose")
    expect(await put("--rows", "form-band")).toEqual({ code: 2, text: expect.stringContaining("add --by ID") })
    const sparse = ["--rows", "age<age-band", "--columns", "gender", "--filter", "form=6-8,9-12"]
    const { code, text } = await put(...sparse, "--by", member.person)
    expect([code, text]).toEqual([1, expect.stringContaining("Not proposed.")])
    expect(await run(evidence.bodiesOf("table-proposed"))).toEqual([])
    const safe = await put("--rows", "form-band", "--by", member.person)
    expect(safe.code).toBe(0)
    const [id = ""] = /(?<=Proposed as )[0-9a-f]{64}/.exec(safe.text) ?? []
    const found = await run(evidence.outputs.proposal(id))
    expect(found?.proposal.facts).toMatchObject({
      author: member.person,
      cut: "--rows form-band",
      geographies: ["England"],
    })
    expect((await run(evidence.bodiesOf("table-proposed"))).map(({ proposal }) => proposal)).toEqual([id])
  })

  test("a child who named a council in place of a postcode counts in its region", {
    tags: ["postcode-only-for-geography"],
  }, async () => {
    const storage = await placed(engine)
    const nowhere = { place: "dont-know", local_authority: null, region: null, imd_decile: null, lsoa: null }
    const drawn = matchedSamples(240, 9).map((matched) => keptRow(matched, days[0] ?? ""))
    const named = drawn.flatMap((row) => {
      const answers = row.answers.replace(/"local-council":"[^"]*"/, '"local-council":"E09999901"')
      return answers.includes("local-council") ? [{ ...row, ...nowhere, answers }] : []
    })
    await keepRows(evidenceSource(storage), named, { days })
    const evidence = await openedEvidence(evidenceSource(storage))
    const member = memberOf("evidence-team", { trainedOn: await run(today) })
    await run(evidence.keepMember(member))
    const { text } = await asked(storage, "--rows", "region", "--propose", "--by", member.person)
    expect(text).toContain("are in the region of the council that they named")
    const [id = ""] = /(?<=Proposed as )[0-9a-f]{64}/.exec(text) ?? []
    const found = await run(evidence.outputs.proposal(id))
    expect(found?.proposal.facts.dimensions.map(({ categories }) => categories)).toEqual([["North East", "Total"]])
  })

  test("no store is made by asking, and one without responses is named", async () => {
    const storage = await placed(engine)
    expect(await asked(storage, "--rows", "age")).toEqual({ code: 1, text: expect.stringContaining("ask -- transfer") })
    if (engine === "sqlite") expect(readdirSync(storage.dataDir)).toEqual([])
    await openedEvidence(evidenceSource(storage))
    expect(await asked(storage, "--rows", "age")).toEqual({ code: 1, text: expect.stringContaining("no responses") })
  })
})

test("the variables are listed without a store", async () => {
  const storage = await placed("sqlite")
  const { code, text } = await asked(storage, "--variables")
  expect(code).toBe(0)
  expect(text).toContain("age (level above: age-band)  Age\n    6  6 years old")
  expect(text).toContain("local-authority (only on a signed decision; level above: region)")
  expect(text).toContain("flagged (in a filter only)")
  expect(existsSync(storage.dataDir) && readdirSync(storage.dataDir)).toEqual([])
})
