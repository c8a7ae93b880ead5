/** `ask -- release` carries a table from its author past two others and a supervisor to the files that anyone may read, and nobody past another. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { today } from "../../policy/civil-day.ts"
import { counts } from "../../src/commands/counts.ts"
import { release } from "../../src/commands/release.ts"
import { table } from "../../src/commands/table.ts"
import { collectionSource, type Place, releasedDir } from "../../src/launcher/place.ts"
import { personOf } from "../policy/team.ts"
import { arrival } from "../support/arrival.ts"
import { heard } from "../support/heard.ts"
import { author, first, second, staffed, supervisor, third } from "../support/staffed.ts"
import { newFolder, opened } from "../support/store.ts"

const tags: ("outputs-checked" | "aggregates-only-beyond-the-team" | "small-cells-suppressed")[] = [
  "outputs-checked",
  "aggregates-only-beyond-the-team",
  "small-cells-suppressed",
]
const asked = async (command: () => Promise<number>) => {
  const { code, said } = await heard(command)
  return { code, text: said.join("\n") }
}

const proposing = async (place: Place, rows = "form-band"): Promise<string> => {
  const { code, text } = await asked(() => table(place, ["--rows", rows, "--propose", "--by", author]))
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining("Proposed as") })
  return /Proposed as ([0-9a-f]{64})/.exec(text)?.[1] ?? ""
}

describe("ask -- release", { tags }, () => {
  test("from a proposal to its public files, each step by the one whose it is", async () => {
    const place = await staffed("live")
    const says = (...args: readonly string[]) => asked(() => release(place, args))
    expect(await says()).toMatchObject({ code: 0, text: expect.stringContaining("No table has been proposed") })
    const id = await proposing(place)
    const short = id.slice(0, 8)
    expect((await says()).text).toMatch(new RegExp(`^${short} .* 0 of 2 checks  Whom the form is for$`))
    expect(await says("show", short, "--by", personOf("dpo"))).toMatchObject({
      code: 1,
      text: expect.stringContaining("release-table is not granted"),
    })
    const shown = await says("show", short, "--by", first)
    expect(shown.text).toContain("Audit of the table itself: safe")
    expect(shown.text).toContain("Audit beside 0 released before: safe")
    expect(shown.text).toContain("Checked by: nobody yet")

    const unchecked = { code: 1, text: expect.stringContaining("outputs-checked") }
    expect(await says(short, "--by", supervisor)).toMatchObject(unchecked)
    expect(await says("check", short, "--by", author)).toMatchObject(unchecked)
    expect(await says("check", short, "--by", supervisor)).toMatchObject({ code: 1 })
    expect(await says("check", short, "--by", first)).toEqual({ code: 0, text: "Checked: 1 of 2." })
    expect(await says("check", short, "--by", first)).toMatchObject(unchecked)
    expect(await says(short, "--by", supervisor)).toMatchObject(unchecked)
    expect(await says("check", short, "--by", second)).toEqual({ code: 0, text: "Checked: 2 of 2." })
    expect(await says(short, "--by", third)).toMatchObject({
      code: 1,
      text: expect.stringContaining("release-table"),
    })
    expect(existsSync(releasedDir(place))).toBe(false)
    expect(await says(short, "--by", supervisor)).toMatchObject({
      code: 0,
      text: expect.stringContaining("1 table is"),
    })
    const files = readdirSync(releasedDir(place))
    const csv = files.find((file) => file.endsWith(".csv")) ?? ""
    expect(readFileSync(join(releasedDir(place), csv), "utf8")).toContain("count,percent\r\n")

    rmSync(releasedDir(place), { recursive: true })
    expect((await says(short, "--by", supervisor)).text).toContain("It was released before.")
    expect(readdirSync(releasedDir(place))).toEqual(files)
    expect((await says()).text).toContain("released on")
    expect((await says("show", "0".repeat(8), "--by", supervisor)).text).toContain("There is no such proposal")
  })

  test("a rehearsal goes as far as the release, which it refuses by name", async () => {
    const place = await staffed("rehearsal")
    const says = (...args: readonly string[]) => asked(() => release(place, args))
    const id = await proposing(place)
    for (const person of [first, second]) expect((await says("check", id, "--by", person)).code).toBe(0)
    expect(await says(id, "--by", supervisor)).toMatchObject({
      code: 1,
      text: expect.stringContaining("aggregates-only-beyond-the-team"),
    })
    expect(existsSync(releasedDir(place))).toBe(false)
  })

  test.each([
    [["show"]],
    [["check", "0123abcd"]],
    [["0123abcd"]],
    [["0123abc", "--by", "0123456789abcdef"]],
    [["0123abcd", "--by", "me"]],
    [["show", "0123abcd"]],
    [["--everything"]],
  ])("what is asked wrongly is told how to ask: %j", async (args) => {
    const place = { mode: "live", dataDir: newFolder(), databaseUrl: undefined } as const
    expect(await asked(() => release(place, args))).toMatchObject({ code: 2, text: expect.stringContaining("Write:") })
  })

  test("where no answers have been brought there is nothing to release", async () => {
    const place = { mode: "live", dataDir: newFolder(), databaseUrl: undefined } as const
    expect(await asked(() => release(place, []))).toMatchObject({
      code: 1,
      text: expect.stringContaining("no evidence"),
    })
    expect(readdirSync(place.dataDir)).toEqual([])
  })
})

test("ask -- counts tells tens of both stores together, without today", { tags }, async () => {
  const place = await staffed("live")
  const collection = await opened(collectionSource(place), "live")
  const on = await Effect.runPromise(today)
  await collection.append(
    [
      ...Array.from({ length: 9 }, (_, n) => arrival(`past-${n}`, { form: "4-5", day: "2026-03-03" })),
      ...Array.from({ length: 40 }, (_, n) => arrival(`today-${n}`, { form: "4-5", day: on })),
    ],
    "2099-01-01",
  )
  const { code, text } = await asked(() => counts(place))
  expect(code).toBe(0)
  expect(text.split("\n").map((line) => line.split(/ {2,}/)[0])).toEqual([
    "Counted up to yesterday.",
    ...["4-5", "6-8", "9-12", "13-17", "easy-read-6-8", "easy-read-9-12", "together"],
  ])
  const told = [...text.matchAll(/(\d+) or more/g)].map(([, count]) => Number(count))
  expect(told.length).toBeGreaterThan(1)
  expect(told.filter((count) => count % 10 !== 0 || count === 0)).toEqual([])
  expect(text).not.toContain("40 or more")
})
