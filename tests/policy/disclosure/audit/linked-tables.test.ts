/** Shows that linked tables give cells with the same records one status, and never differ by a few known children. */
import { describe, expect, test } from "vitest"
import { linkTables } from "../../../../policy/disclosure/audit/link-tables.ts"
import { findLinkedLeaks, keyOfRecords } from "../../../../policy/disclosure/audit/linked-leaks.ts"
import type { LinkedCell, LinkedTable } from "../../../../policy/disclosure/audit/linked-table.ts"
import { randomFrom } from "../../../support/disclosure/audit/random-publication.ts"
import { audited } from "../../../support/disclosure/audit/run-audit.ts"

const random = randomFrom(11)
const half = (): bigint => BigInt(Math.floor(random() * 2 ** 32))
/** 200 children, each with a 64-bit key. */
const keys = Array.from({ length: 200 }, () => (half() << 32n) | half())

const cell = (id: string, children: readonly number[], published = true): LinkedCell => ({
  id,
  key: keyOfRecords(children.map((child) => keys[child] ?? 0n)),
  count: children.length,
  published,
})
const from = (first: number, end: number): readonly number[] =>
  Array.from({ length: end - first }, (_, at) => first + at)

const rows: LinkedTable = {
  id: "settings",
  cells: [
    cell("all", from(0, 200)),
    cell("school", from(0, 160)),
    cell("home", from(160, 196), false),
    cell("secure", from(196, 200), false),
  ],
}

describe("the search for linked leaks", () => {
  const look = (...more: readonly LinkedTable[]) => findLinkedLeaks([rows, ...more], { threshold: 10 })

  test("finds nothing in one well-suppressed table", () => expect(look()).toEqual([]))

  test("finds a cell that one table withholds and another publishes, under any name", () => {
    const other = { id: "regions", cells: [cell("away from school, but not secure", from(160, 196))] }
    expect(look(other)).toContainEqual({
      kind: "published elsewhere",
      withheld: "settings: home",
      published: "regions: away from school, but not secure",
    })
  })

  test("finds two published counts that differ by a small withheld cell", () => {
    const other = { id: "open", cells: [cell("not secure", from(0, 196))] }
    expect(look(other)).toEqual([{ kind: "difference", whole: "settings: all", part: "open: not secure", count: 4 }])
  })

  test("finds a table that filters out a single child, in either order of publication", () => {
    const wide = { id: "wide", cells: [cell("girls", from(0, 90)), cell("boys", from(90, 200))] }
    const narrow = { id: "narrow", partOf: "wide", cells: [cell("girls", from(1, 90)), cell("boys", from(90, 200))] }
    const leak = { kind: "difference", whole: "wide: girls", part: "narrow: girls", count: 1 }
    expect(findLinkedLeaks([wide, narrow], { threshold: 10 })).toEqual([leak])
    expect(findLinkedLeaks([narrow, wide], { threshold: 10 })).toEqual([leak])
    const unsaid = { ...narrow, partOf: "another" }
    expect(findLinkedLeaks([wide, unsaid], { threshold: 10 })).toEqual([])
    expect(findLinkedLeaks([wide, unsaid], { threshold: 10, smallSetKeys: keys })).toEqual([leak])
  })

  test("accepts differences at or above the threshold", () => {
    expect(look({ id: "half", partOf: "settings", cells: [cell("all", from(0, 190))] })).toEqual([])
    const by = (left: number) => look({ id: "part", partOf: "settings", cells: [cell("all", from(0, 200 - left))] })
    expect([9, 10].map((left) => by(left).length)).toEqual([1, 0])
  })

  test("finds tables with different counts of the same records", () => {
    const wrong = { id: "wrong", cells: [{ ...cell("school", from(0, 160)), count: 161 }] }
    expect(look(wrong)).toContainEqual({ kind: "disagree", one: "settings: school", other: "wrong: school" })
    const more = { id: "more", partOf: "settings", cells: [{ ...cell("school", from(0, 150)), count: 170 }] }
    expect(look(more)).toContainEqual({ kind: "disagree", one: "settings: school", other: "more: school" })
  })

  test("compares 40,000 cells in time", () => {
    const many = Array.from({ length: 40_000 }, (_, at) => ({
      id: `${at}`,
      key: (keys[at % 200] ?? 0n) * BigInt(at + 1),
      count: 10 + (at % 4_000),
      published: at % 3 > 0,
    }))
    const began = process.cpuUsage().user
    findLinkedLeaks([{ id: "many", cells: many }], { threshold: 10 })
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(10)
  })
})

test("linked tables are audited as one publication", async () => {
  const one = {
    id: "one",
    relations: [["all", "a", "b", "c"]] as const,
    cells: [
      cell("all", from(0, 60)),
      cell("a", from(0, 3), false),
      cell("b", from(3, 20), false),
      cell("c", from(20, 60)),
    ],
  }
  const other = {
    id: "other",
    relations: [["whole", "b too", "rest"]] as const,
    cells: [cell("whole", from(3, 60)), cell("b too", from(3, 20), false), cell("rest", from(20, 60))],
  }
  const terms = { threshold: 10, attacker: { lowerBound: 0, integer: true } }
  expect((await audited(linkTables([one], terms))).verdict).toBe("safe")
  const { verdict, cells } = await audited(linkTables([one, other], terms))
  expect(verdict).toBe("unsafe")
  expect(Object.keys(cells)).toEqual(["one: a", "one: b"])
  expect(cells["one: a"]?.integer).toEqual([3, 3])
})
