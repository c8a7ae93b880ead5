/** Holds docs/asvs.md to the standard's list of requirements, and each requirement that is met to tests that exist. */
import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sections } from "../support/asvs-sections.ts"

const text = readFileSync("docs/asvs.md", "utf8")
const states = ["met", "not applicable", "open"] as const

const rows = text
  .split("\n")
  .filter((line) => line.startsWith("| V"))
  .map((line) => {
    const [, id = "", level = "", short = "", state = "", why = ""] =
      /^\| (V[\d.]+) \| ([12]) \| (.+?) \| (.+?) \| (.+) \|$/.exec(line) ?? []
    return { line, id, level, short, state, why }
  })

const required = Object.entries(sections).flatMap(([section, levels]) =>
  levels
    .flatMap((numbers, index) => numbers.map((number) => ({ number, level: String(index + 1) })))
    .toSorted((one, other) => one.number - other.number)
    .map(({ number, level }) => ({ id: `${section}.${number}`, level })),
)

test("every requirement of levels 1 and 2 has one row, in order, with its level", () => {
  expect(required).toHaveLength(253)
  expect(rows.map(({ id, level }) => ({ id, level }))).toEqual(required)
})

test("every row has a short form, a state, and a test or a reason", () => {
  for (const { line, short, state, why } of rows) {
    expect(states, line).toContain(state)
    expect(short.length, line).toBeGreaterThan(3)
    expect(short.length, line).toBeLessThanOrEqual(100)
    expect(why.length, line).toBeGreaterThan(5)
  }
})

const namedIn = (why: string): readonly string[] =>
  [...why.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, file = ""]) => file)

test("a requirement that is met names a test, and every named test exists", () => {
  expect(rows.filter(({ state, why }) => state === "met" && namedIn(why).length === 0)).toEqual([])
  expect(rows.flatMap(({ why }) => namedIn(why)).filter((file) => !existsSync(file))).toEqual([])
})

test("the counts before the table are those of the table", () => {
  const count = (state: string): number => rows.filter((row) => row.state === state).length
  expect(text).toContain(`${count("met")} met, ${count("not applicable")} not applicable, ${count("open")} open`)
})
