/** `ask -- team` keeps the named list on either database without a name, and what it prints carries a table to its release. */
import { existsSync, readdirSync } from "node:fs"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { observed } from "../../db/evidence/observed.ts"
import { today } from "../../policy/civil-day.ts"
import { digestOf } from "../../policy/evidence/digest.ts"
import { evidenceTeamOnly } from "../../policy/rules/evidence-team-only.ts"
import { release } from "../../src/commands/release.ts"
import { table } from "../../src/commands/table.ts"
import { team } from "../../src/commands/team.ts"
import { evidenceSource, type Place, releasedDir } from "../../src/launcher/place.ts"
import { openedEvidence } from "../support/evidence.ts"
import { heard } from "../support/heard.ts"
import { keepRows, keptRow } from "../support/kept-responses.ts"
import { newDatabase } from "../support/postgres.ts"
import { type Engine, engines, newFolder } from "../support/store.ts"
import { matchedSamples } from "../support/transfer.ts"

const tags: ("evidence-team-only" | "outputs-checked")[] = ["evidence-team-only", "outputs-checked"]
const run = Effect.runPromise

const placed = async (engine: Engine): Promise<Place> => {
  const place = { mode: "live", dataDir: newFolder(), databaseUrl: undefined } as const
  return engine === "sqlite" ? place : { ...place, evidenceUrl: await newDatabase() }
}

const asked = async (command: () => Promise<number>) => {
  const { code, said } = await heard(command)
  return { code, text: said.join("\n") }
}

const on = await run(today)
const dates = ["--from", "2026-01-01", "--until", "2099-12-31", "--trained", on]
const cleared = ["--clearance", "security-check", "--cleared-until", "2099-12-31"]
const idIn = (text: string): string => /(?<=Added as )[0-9a-f]{16}/.exec(text)?.[0] ?? ""

describe.each(engines)("ask -- team, with the evidence on %s", { tags }, (engine) => {
  const says = (place: Place, ...args: readonly string[]) => asked(() => team(place, args))
  const added = async (place: Place, role: string) => {
    const { code, text } = await says(place, "add", "--role", role, ...dates, ...cleared)
    expect([code, text]).toEqual([0, expect.stringContaining("Added as")])
    return idIn(text)
  }

  test("from an empty list to a released table, by commands alone", async () => {
    const place = await placed(engine)
    const rows = matchedSamples(120, 9).map((matched) => keptRow(matched, "2026-03-02"))
    await keepRows(evidenceSource(place), rows, { days: ["2026-03-02"], mode: "live" })
    expect(await says(place)).toEqual({ code: 0, text: expect.stringContaining("Nobody is on the list yet") })
    const [author = "", one = "", other = ""] = [
      await added(place, "evidence-team"),
      await added(place, "evidence-team"),
      await added(place, "evidence-team"),
    ]
    const supervisor = await added(place, "director-of-evidence")
    expect(new Set([author, one, other, supervisor, ""]).size).toBe(5)

    const proposed = await asked(() => table(place, ["--rows", "form-band", "--by", author, "--propose"]))
    const [id = ""] = /(?<=Proposed as )[0-9a-f]{64}/.exec(proposed.text) ?? []
    const releasing = (...args: readonly string[]) => asked(() => release(place, args))
    expect((await releasing("check", id, "--by", author)).text).toContain("outputs-checked")
    for (const person of [one, other]) expect((await releasing("check", id, "--by", person)).code).toBe(0)
    expect((await releasing(id, "--by", other)).text).toContain("release-table")
    expect(await releasing(id, "--by", supervisor)).toMatchObject({ code: 0 })
    expect(readdirSync(releasedDir(place)).length).toBeGreaterThan(0)

    expect((await says(place, "remove", one)).text).not.toContain(one)
    expect((await releasing("check", id, "--by", one)).text).toContain("not-on-the-list")
    const evidence = await openedEvidence(evidenceSource(place), { mode: "live" })
    expect(await run(evidence.bodiesOf("member-listed"))).toHaveLength(4)
    expect(await run(evidence.bodiesOf("member-unlisted"))).toEqual([
      { member: digestOf(one), role: "evidence-team", on },
    ])
  })

  test("what has run out is told and renewed under the same id", async () => {
    const place = await placed(engine)
    await openedEvidence(evidenceSource(place), { mode: "live" })
    const old = ["--from", "2020-01-01", "--until", "2099-12-31", "--trained", "2020-01-01"]
    const { text } = await says(place, "add", "--role", "evidence-team", ...old, ...cleared)
    const id = idIn(text)
    expect(text).toContain("training-out-of-date")
    expect((await says(place, "change", id, "--trained", on)).text).toMatch(
      new RegExp(`^Changed.\n${id}  evidence-team .* 2020-01-01 to 2099-12-31  trained ${on} .* holds until `),
    )
    expect((await says(place, "change", id, "--until", "2019-12-31")).code).toBe(2)
    expect((await says(place)).text.split("\n")).toHaveLength(1)
  })

  test("a sixth reader is told of, by the command and by the audit", async () => {
    const place = await placed(engine)
    const evidence = await openedEvidence(evidenceSource(place), { mode: "live" })
    for (let person = 1; person <= 5; person++) await added(place, "evidence-team")
    expect((await says(place)).text).not.toContain("F13")
    await added(place, "evidence-team")
    expect((await says(place)).text).toContain("More than 5 people may read answers")
    expect(await run(Effect.provide(evidenceTeamOnly.audit, observed(evidence)))).toMatchObject({ status: "broken" })
  })
})

const good = { role: "dpo", from: "2026-01-01", until: "2099-12-31", trained: "2026-01-01" }
const whole = { ...good, clearance: "baseline-standard", "cleared-until": "2099-12-31" }
const optionsOf = (entry: object): readonly string[] =>
  Object.entries(entry).flatMap(([name, value]) => [`--${name}`, `${value}`])

describe("what is asked wrongly is told what to write", { tags }, () => {
  test.each<[sentence: string, ...args: readonly string[]]>([
    ["--role takes one of: evidence-team", "add", ...optionsOf({ ...whole, role: "administrator" })],
    ["--from takes a day that there is", "add", ...optionsOf({ ...whole, from: "2027-02-29" })],
    ["--until takes a day that there is", "add", ...optionsOf({ ...whole, until: "tomorrow" })],
    ["--until is before --from", "add", ...optionsOf({ ...whole, until: "2025-12-31" })],
    ["--trained is still to come", "add", ...optionsOf({ ...whole, trained: "2099-01-01" })],
    ["--clearance takes one of: baseline-standard", "add", ...optionsOf({ ...whole, clearance: "trusted" })],
    ["--cleared-until takes a day", "add", ...optionsOf({ ...whole, "cleared-until": "" })],
    ["team add needs --clearance too", "add", ...optionsOf(good)],
    ["team add needs --role too", "add"],
    ["Write: team", "add", "A. Person", ...optionsOf(whole)],
    ["Write: team", "add", "--name", "A. Person", ...optionsOf(whole)],
    ["Write: team", "--role", "dpo"],
    ["Write: team", "change", "0123456789abcdef"],
    ["A role is not changed", "change", "0123456789abcdef", "--role", "dpo"],
    ["Nobody on the list has that id", "change", "0123456789abcdef", "--trained", "2026-01-01"],
    ["Name the person by the id", "remove"],
    ["Name the person by the id", "remove", "A. Person"],
    ["Nobody on the list has that id", "remove", "0123456789abcdef"],
    ["Write: team", "everyone"],
  ])("%s", async (sentence, ...args) => {
    const place = await placed("sqlite")
    const evidence = await openedEvidence(evidenceSource(place), { mode: "live" })
    const { code, text } = await asked(() => team(place, args))
    expect([code, text]).toEqual([2, expect.stringContaining(sentence)])
    expect(text).not.toMatch(/A\. Person|administrator|tomorrow|trusted/)
    expect(await run(evidence.members)).toEqual([])
    expect(await run(evidence.bodiesOf("member-listed"))).toEqual([])
  })

  test("where there is no evidence store, none is made", async () => {
    const place = await placed("sqlite")
    for (const args of [[], ["add", ...optionsOf(whole)]])
      expect(await asked(() => team(place, args))).toEqual({
        code: 1,
        text: expect.stringContaining("ask -- transfer"),
      })
    expect(existsSync(place.dataDir) && readdirSync(place.dataDir)).toEqual([])
  })
})
