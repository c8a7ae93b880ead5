/** `ask -- team` keeps the named list on either database without a name, and what it prints carries a table to its release. */
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { today } from "../../policy/civil-day.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { evidenceTeamOnly } from "../../policy/rules/evidence-team-only.ts"
import { evidenceSource, releasedDir, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { keepRows, keptRow } from "../support/kept-responses.ts"
import { factsOf } from "../support/policy/facts.ts"
import { newDatabase } from "../support/postgres.ts"
import { type Engine, engines, newFolder } from "../support/store.ts"
import { matchedSamples } from "../support/transfer.ts"

const tags: ("evidence-team-only" | "outputs-checked")[] = ["evidence-team-only", "outputs-checked"]
const run = Effect.runPromise

const placed = async (engine: Engine): Promise<StorageSettings> => {
  const storage = { mode: "live", dataDir: newFolder(), databaseUrl: undefined } as const
  return engine === "sqlite" ? storage : { ...storage, evidenceUrl: await newDatabase() }
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
  const says = (storage: StorageSettings, ...args: readonly string[]) => asked(() => ask(storage, "team", ...args))
  const added = async (storage: StorageSettings, role: string) => {
    const { code, text } = await says(storage, "add", "--role", role, ...dates, ...cleared)
    expect([code, text]).toEqual([0, expect.stringContaining("Added as")])
    return idIn(text)
  }

  test("from an empty list to a released table, by commands alone", async () => {
    const storage = await placed(engine)
    const rows = matchedSamples(120, 9).map((matched) => keptRow(matched, "2026-03-02"))
    await keepRows(evidenceSource(storage), rows, { days: ["2026-03-02"], mode: "live" })
    expect(await says(storage)).toEqual({ code: 0, text: expect.stringContaining("Nobody is on the list yet") })
    const [author = "", one = "", other = ""] = [
      await added(storage, "evidence-team"),
      await added(storage, "evidence-team"),
      await added(storage, "evidence-team"),
    ]
    const supervisor = await added(storage, "director-of-evidence")
    expect(new Set([author, one, other, supervisor, ""]).size).toBe(5)

    const proposed = await asked(() => ask(storage, "table", "--rows", "form-band", "--by", author, "--propose"))
    const [id = ""] = /(?<=Proposed as )[0-9a-f]{64}/.exec(proposed.text) ?? []
    const releasing = (...args: readonly string[]) => asked(() => ask(storage, "release", ...args))
    expect((await releasing("check", id, "--by", author)).text).toContain("outputs-checked")
    for (const person of [one, other]) expect((await releasing("check", id, "--by", person)).code).toBe(0)
    expect((await releasing(id, "--by", other)).text).toContain("release-table")
    expect(await releasing(id, "--by", supervisor)).toMatchObject({ code: 0 })
    expect(readdirSync(releasedDir(storage)).length).toBeGreaterThan(0)

    expect((await says(storage, "remove", one)).text).not.toContain(one)
    expect((await releasing("check", id, "--by", one)).text).toContain("not-on-the-list")
    const evidence = await openedEvidence(evidenceSource(storage), { mode: "live" })
    expect(await run(evidence.bodiesOf("member-listed"))).toHaveLength(4)
    expect(await run(evidence.bodiesOf("member-unlisted"))).toEqual([
      { member: digestOf(one), role: "evidence-team", on },
    ])
  })

  test("the first person makes the store, before any answer and before the collection opens", async () => {
    const there = await placed(engine)
    const storage = { ...there, dataDir: join(there.dataDir, "not", "yet") }
    const person = await added(storage, "dpo")
    expect((await says(storage)).text).toContain(person)
    const again = await openedEvidence(evidenceSource(storage), { mode: "live" })
    expect(await run(again.members)).toHaveLength(1)
    expect(await run(again.bodiesOf("member-listed"))).toMatchObject([{ member: digestOf(person), role: "dpo", on }])
  })

  test("an expired entry is reported and renewed under the same id", async () => {
    const storage = await placed(engine)
    await openedEvidence(evidenceSource(storage), { mode: "live" })
    const old = ["--from", "2020-01-01", "--until", "2099-12-31", "--trained", "2020-01-01"]
    const { text } = await says(storage, "add", "--role", "evidence-team", ...old, ...cleared)
    const id = idIn(text)
    expect(text).toContain("training-out-of-date")
    expect((await says(storage, "change", id, "--trained", on)).text).toMatch(
      new RegExp(`^Changed.\n${id}  evidence-team .* 2020-01-01 to 2099-12-31  trained ${on} .* holds until `),
    )
    expect((await says(storage, "change", id, "--until", "2019-12-31")).code).toBe(2)
    expect((await says(storage)).text.split("\n")).toHaveLength(1)
  })

  test("the command and the audit report a sixth reader", async () => {
    const storage = await placed(engine)
    const evidence = await openedEvidence(evidenceSource(storage), { mode: "live" })
    for (let person = 1; person <= 5; person++) await added(storage, "evidence-team")
    expect((await says(storage)).text).not.toContain("F13")
    await added(storage, "evidence-team")
    expect((await says(storage)).text).toContain("More than 5 people may read answers")
    expect(evidenceTeamOnly.audit(await run(factsOf(evidence)))).toMatchObject({ status: "broken" })
  })
})

const good = { role: "dpo", from: "2026-01-01", until: "2099-12-31", trained: "2026-01-01" }
const whole = { ...good, clearance: "baseline-standard", "cleared-until": "2099-12-31" }
const optionsOf = (entry: object): readonly string[] =>
  Object.entries(entry).flatMap(([name, value]) => [`--${name}`, `${value}`])

describe("a command line that cannot be used is refused, and records nothing", { tags }, () => {
  test.each<[sentence: string, ...args: readonly string[]]>([
    ["--role takes", "add", ...optionsOf({ ...whole, role: "auditor" })],
    ["--from takes a day", "add", ...optionsOf({ ...whole, from: "2027-02-29" })],
    ["--until takes a day", "add", ...optionsOf({ ...whole, until: "tomorrow" })],
    ["--until is before --from", "add", ...optionsOf({ ...whole, until: "2025-12-31" })],
    ["--trained is still to come", "add", ...optionsOf({ ...whole, trained: "2099-01-01" })],
    ["--clearance takes", "add", ...optionsOf({ ...whole, clearance: "trusted" })],
    ["--cleared-until takes a day", "add", ...optionsOf({ ...whole, "cleared-until": "" })],
    ["The flag --clearance is missing", "add", ...optionsOf(good)],
    ["The flag --role is missing", "add"],
    ["takes no further word", "add", "A. Person", ...optionsOf(whole)],
    ["There is no flag --name", "add", "--name", "A. Person", ...optionsOf(whole)],
    ["There is no flag --role", "--role", "dpo"],
    ["No change is given", "change", "0123456789abcdef"],
    ["A role is not changed", "change", "0123456789abcdef", "--role", "dpo"],
    ["0123456789abcdef is not on the list", "change", "0123456789abcdef", "--trained", "2026-01-01"],
    ["The argument ID is missing", "remove"],
    ["ID takes the id of a person", "remove", "A. Person"],
    ["0123456789abcdef is not on the list", "remove", "0123456789abcdef"],
    ["There is no such command", "everyone"],
  ])("%s", async (sentence, ...args) => {
    const storage = await placed("sqlite")
    const evidence = await openedEvidence(evidenceSource(storage), { mode: "live" })
    const { code, text } = await asked(() => ask(storage, "team", ...args))
    expect([code, text]).toEqual([2, expect.stringContaining(sentence)])
    expect(text).not.toMatch(/A\. Person|auditor|tomorrow|trusted/)
    expect(await run(evidence.members)).toEqual([])
    expect(await run(evidence.bodiesOf("member-listed"))).toEqual([])
  })

  test("where there is no evidence store, neither a look nor a refused person makes one", async () => {
    const storage = await placed("sqlite")
    const { code, text } = await asked(() => ask(storage, "team"))
    expect([code, text]).toEqual([1, expect.stringContaining("ask -- team add or")])
    const early = ["add", ...optionsOf({ ...whole, trained: "2099-01-01" })]
    expect((await asked(() => ask(storage, "team", ...early))).code).toBe(2)
    expect(existsSync(storage.dataDir) && readdirSync(storage.dataDir)).toEqual([])
  })
})
