/** Finds schools and councils by incomplete, misspelt or reordered words, quickly, and never a secure unit. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { editsToBeginning } from "../../db/edit-distance.ts"
import { recognise } from "../../db/geography/import/kind.ts"
import { headerOf } from "../../db/geography/import/lines.ts"
import { recordsOf } from "../../db/geography/import/records.ts"
import { readSchools, type School } from "../../db/geography/import/schools.ts"
import { sourcesOf } from "../../db/geography/import/source.ts"
import { searchOf } from "../../db/geography/search.ts"

const rows = [
  "St Mary's Primary School, Leeds",
  "St Mary's Catholic High School, Chesterfield",
  "Lantern Academy, Leeds",
  "École Jeannine Manuel, London",
  "Grammar School, Manchester",
].map((words, at) => ({ code: `90000${at}`, words }))
const search = searchOf(rows)
const found = (words: string): readonly string[] => search(words).map(({ code }) => code)

describe("a school is found", () => {
  const typed: readonly (readonly [string, readonly string[]])[] = [
    ["lantern", ["900002"]],
    ["LANT", ["900002"]],
    ["leeds lantern", ["900002"]],
    ["lantren acadmy", ["900002"]],
    ["saint marys leeds", ["900000"]],
    ["st. mary’s", ["900000", "900001"]],
    ...["'", "‘", "`", "ʼ", "´", "ʻ", "′", "＇"].map((mark) => [`mary${mark}s primary`, ["900000"]] as const),
    ["ecole", ["900003"]],
    ["manchestr grammer", ["900004"]],
  ]
  test.each(typed)("by %s", (words, codes) => {
    expect(found(words)).toEqual(codes)
  })

  test("by complete words before incomplete ones, and by incomplete words before misspelt ones", () => {
    const names = ["Oakham School", "Oak School", "Oakley Infants"].map((words, at) => ({ code: `${at}`, words }))
    expect(searchOf(names)("oak").map(({ code }) => code)).toEqual(["1", "0", "2"])
  })
})

test("an empty search finds no school, and no search fails", () => {
  for (const words of ["", "   ", "!!!", "zzzzzzzz", "lantern moon", "💥", "\u0000", "a".repeat(80), "st ".repeat(26)])
    expect(() => search(words)).not.toThrow()
  expect([found(""), found("zzzzzzzz"), found("lantern moon")]).toEqual([[], [], []])
})

test("a search returns at most a screenful, with only number and words", () => {
  const many = Array.from({ length: 50 }, (_, at) => ({ code: `${at}`, words: `School ${at}`, secret: "x" }))
  const some = searchOf(many)("school")
  expect(some).toHaveLength(8)
  for (const each of some) expect(Object.keys(each)).toEqual(["code", "words"])
})

test("an edit is a missing, added, changed or swapped sign, and not the unwritten rest of a word", () => {
  const counts = [
    ["lantern", "lantern", 0],
    ["lant", "lantern", 0],
    ["lanern", "lantern", 1],
    ["lanntern", "lantern", 1],
    ["lamtern", "lantern", 1],
    ["lantren", "lantern", 1],
    ["ltnaren", "lantern", 3],
  ] as const
  for (const [sought, word, slips] of counts) expect(editsToBeginning(sought, word, 2), `${sought} ${word}`).toBe(slips)
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
  test("a search of 51,372 schools takes 50 ms at most, 19 times in 20", async (context) => {
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

  test("a search finds no secure unit and no closed school", async (context) => {
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
