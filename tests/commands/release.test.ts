/** `ask -- release` carries a table from its author past two others and a supervisor to the files that anyone may read, and nobody past another. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { today } from "../../policy/civil-day.ts"
import { collectionSource, releasedDir, type StorageSettings } from "../../src/deployment/storage.ts"
import { arrival } from "../support/arrival.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { personOf } from "../support/policy/team.ts"
import { newFolder, opened } from "../support/store.ts"
import { author, first, second, staffed, supervisor, third } from "../support/team-store.ts"

const tags: ("outputs-checked" | "aggregates-only-beyond-the-team" | "small-cells-suppressed")[] = [
  "outputs-checked",
  "aggregates-only-beyond-the-team",
  "small-cells-suppressed",
]
const asked = async (command: () => Promise<number>) => {
  const { code, said } = await heard(command)
  return { code, text: said.join("\n") }
}

const proposing = async (storage: StorageSettings, rows = "form-band"): Promise<string> => {
  const { code, text } = await asked(() => ask(storage, "table", "--rows", rows, "--propose", "--by", author))
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining("Proposed as") })
  return /Proposed as ([0-9a-f]{64})/.exec(text)?.[1] ?? ""
}

describe("ask -- release", { tags }, () => {
  test("from a proposal to its public files, each step by the one whose it is", async () => {
    const storage = await staffed("live")
    const says = (...args: readonly string[]) => asked(() => ask(storage, "release", ...args))
    expect(await says()).toMatchObject({ code: 0, text: expect.stringContaining("No table has been proposed") })
    const id = await proposing(storage)
    const short = id.slice(0, 8)
    expect((await says()).text).toMatch(new RegExp(`^${short} .* 0 of 2 checks  Whom the form is for$`))
    expect(await says("show", short, "--by", personOf("dpo"))).toMatchObject({
      code: 1,
      text: expect.stringContaining("release-table is not granted"),
    })
    const shown = await says("show", short, "--by", first)
    expect(shown.text).toContain("Audit of the table itself: safe")
    expect(shown.text).toContain("Audit together with 0 released before: safe")
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
    expect(existsSync(releasedDir(storage))).toBe(false)
    expect(await says(short, "--by", supervisor)).toMatchObject({
      code: 0,
      text: expect.stringContaining("1 table is"),
    })
    const files = readdirSync(releasedDir(storage))
    const csv = files.find((file) => file.endsWith(".csv")) ?? ""
    expect(readFileSync(join(releasedDir(storage), csv), "utf8")).toContain("count,percent\r\n")

    rmSync(releasedDir(storage), { recursive: true })
    expect((await says(short, "--by", supervisor)).text).toContain("It was released before.")
    expect(readdirSync(releasedDir(storage))).toEqual(files)
    expect((await says()).text).toContain("released on")

    expect(await says("withdraw", short, "--by", first)).toMatchObject({ code: 1 })
    expect(await says("withdraw", short, "--by", supervisor)).toMatchObject({
      code: 0,
      text: expect.stringContaining("Its page says so, and shows no number."),
    })
    expect((await says()).text).toContain("withdrawn on")
    const left = readdirSync(releasedDir(storage))
    expect(left.toSorted()).toEqual(files.filter((file) => file.endsWith(".html")).toSorted())
    for (const file of left) expect(readFileSync(join(releasedDir(storage), file), "utf8")).toContain("Withdrawn")
    expect((await says("withdraw", short, "--by", supervisor)).code).toBe(0)
    expect((await says("show", "0".repeat(8), "--by", supervisor)).text).toContain("There is no such proposal")
  })

  test("a rehearsal goes as far as the release, which it refuses by name", async () => {
    const storage = await staffed("rehearsal")
    const says = (...args: readonly string[]) => asked(() => ask(storage, "release", ...args))
    const id = await proposing(storage)
    for (const person of [first, second]) expect((await says("check", id, "--by", person)).code).toBe(0)
    expect(await says(id, "--by", supervisor)).toMatchObject({
      code: 1,
      text: expect.stringContaining("aggregates-only-beyond-the-team"),
    })
    expect(existsSync(releasedDir(storage))).toBe(false)
  })

  test.each([
    [["show"]],
    [["check", "0123abcd"]],
    [["0123abcd"]],
    [["0123abc", "--by", "0123456789abcdef"]],
    [["0123abcd", "--by", "me"]],
    [["show", "0123abcd"]],
    [["--everything"]],
  ])("a command line that cannot be used is refused: %j", async (args) => {
    const storage = { mode: "live", dataDir: newFolder(), databaseUrl: undefined } as const
    expect(await asked(() => ask(storage, "release", ...args))).toMatchObject({
      code: 2,
      text: expect.stringContaining("Nothing was done"),
    })
  })

  test("where no answers have been brought there is nothing to release", async () => {
    const storage = { mode: "live", dataDir: newFolder(), databaseUrl: undefined } as const
    expect(await asked(() => ask(storage, "release"))).toMatchObject({
      code: 1,
      text: expect.stringContaining("There is no evidence store here yet"),
    })
    expect(readdirSync(storage.dataDir)).toEqual([])
  })
})

test("ask -- counts tells tens of both stores together, without today", { tags }, async () => {
  const storage = await staffed("live")
  const collection = await opened(collectionSource(storage), "live")
  const on = await Effect.runPromise(today)
  await collection.append(
    [
      ...Array.from({ length: 9 }, (_, n) => arrival(`past-${n}`, { form: "4-5", day: "2026-03-03" })),
      ...Array.from({ length: 40 }, (_, n) => arrival(`today-${n}`, { form: "4-5", day: on })),
    ],
    "2099-01-01",
  )
  const { code, text } = await asked(() => ask(storage, "counts"))
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
