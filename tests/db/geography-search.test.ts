/** A school or council is found by words begun, misspelt or out of order, at most a screenful, quickly, and never a secure unit. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { recognise } from "../../db/geography/import/kind.ts"
import { headerOf } from "../../db/geography/import/lines.ts"
import { recordsOf } from "../../db/geography/import/records.ts"
import { readSchools, type School } from "../../db/geography/import/schools.ts"
import { sourcesOf } from "../../db/geography/import/source.ts"
import { searchOf } from "../../db/geography/search.ts"
import { slipsTo } from "../../db/geography/slip-count.ts"

const rows = [
  "St Mary's Primary School, Leeds",
  "St Mary's Catholic High School, Chesterfield",
  "Lantern Academy, Leeds",
  "École Jeannine Manuel, London",
  "Grammar School, Manchester",
].map((words, at) => ({ code: `90000${at}`, words }))
const search = searchOf(rows)
const found = (words: string): readonly string[] => search(words).map(({ code }) => code)

describe("is found", () => {
  const typed: readonly (readonly [string, readonly string[]])[] = [
    ["lantern", ["900002"]],
    ["LANT", ["900002"]],
    ["leeds lantern", ["900002"]],
    ["lantren acadmy", ["900002"]],
    ["saint marys leeds", ["900000"]],
    ["st. mary’s", ["900000", "900001"]],
    ["ecole", ["900003"]],
    ["manchestr grammer", ["900004"]],
  ]
  test.each(typed)("%s", (words, codes) => {
    expect(found(words)).toEqual(codes)
  })

  test("whole words before begun ones, and begun ones before misspelt", () => {
    const names = ["Oakham School", "Oak School", "Oakley Infants"].map((words, at) => ({ code: `${at}`, words }))
    expect(searchOf(names)("oak").map(({ code }) => code)).toEqual(["1", "0", "2"])
  })
})

test("nothing is found for nothing, and nothing fails for anything", () => {
  for (const words of ["", "   ", "!!!", "zzzzzzzz", "lantern moon", "💥", "\u0000", "a".repeat(80), "st ".repeat(26)])
    expect(() => search(words)).not.toThrow()
  expect([found(""), found("zzzzzzzz"), found("lantern moon")]).toEqual([[], [], []])
})

test("at most a screenful, and nothing but number and words", () => {
  const many = Array.from({ length: 50 }, (_, at) => ({ code: `${at}`, words: `School ${at}`, secret: "x" }))
  const some = searchOf(many)("school")
  expect(some).toHaveLength(8)
  for (const each of some) expect(Object.keys(each)).toEqual(["code", "words"])
})

test("slips are counted: missing, added, changed, swapped, and none for what is not yet written", () => {
  const counts = [
    ["lantern", "lantern", 0],
    ["lant", "lantern", 0],
    ["lanern", "lantern", 1],
    ["lanntern", "lantern", 1],
    ["lamtern", "lantern", 1],
    ["lantren", "lantern", 1],
    ["ltnaren", "lantern", 3],
  ] as const
  for (const [sought, word, slips] of counts) expect(slipsTo(sought, word, 2), `${sought} ${word}`).toBe(slips)
})

const file = join(
  import.meta.dirname,
  "..",
  "..",
  "..",
  "shared",
  "reference-data",
  "schools",
  "schools_england_merged.csv.gz",
)
const why = "the reference data is not here: the register of schools is not tried"
if (!existsSync(file)) console.warn(`Skipped: ${why}.`)

describe("the register of schools", () => {
  test("51,372 of them are searched within 50 ms, nineteen times in twenty", async (context) => {
    if (!existsSync(file)) return context.skip(why)
    const [source] = await sourcesOf(file)
    if (!source) throw new Error("there is no file")
    const all = (await recordsOf(source)).map(({ get }) => ({ code: get(0), words: `${get(1)}, ${get(2)}` }))
    expect(all).toHaveLength(51_372)
    const find = searchOf(all)
    const times = all
      .filter((_, at) => at % 257 === 0)
      .map(({ words }, at) => {
        const typed = at % 2 === 0 ? words.slice(0, 3 + (at % 20)) : words.replace(/(?<=^..)./, "")
        const began = performance.now()
        find(typed)
        return performance.now() - began
      })
    expect(times.sort((one, other) => one - other)[Math.floor(times.length * 0.95)]).toBeLessThan(50)
  })

  test("a child may pick none of its secure units, and none that has shut", async (context) => {
    if (!existsSync(file)) return context.skip(why)
    const [source] = await sourcesOf(file)
    const kind = source && recognise(await headerOf(source))
    if (!source || !kind) throw new Error("the register is not known")
    const kept = new Map<string, School>()
    await readSchools(source, kind, kept)
    expect(kept.size).toBeGreaterThan(20_000)
    const typeAt = kind.header.indexOf("gias_type_2016")
    const secure = (await recordsOf(source)).filter(
      ({ get }) => get(typeAt) === "Secure Unit" || get(typeAt) === "Secure Units",
    )
    expect(secure.length).toBeGreaterThan(40)
    expect(secure.filter(({ get }) => kept.has(get(0)))).toHaveLength(0)
    for (const { name } of kept.values()) expect(name).not.toMatch(/\bsecure\b|young offender/i)
  })
})
