/** What one table withholds no other tells: equal records have one status, and no two published counts differ by a few known children. */
import { describe, expect, test } from "vitest"
import { keyOf, type LedgerCell, type LedgerTable, ledgerLeaks } from "../../../../policy/disclosure/audit/ledger.ts"
import { linked } from "../../../../policy/disclosure/audit/linked.ts"
import { audited } from "./decided.ts"
import { randomFrom } from "./tables.ts"

const random = randomFrom(11)
const half = (): bigint => BigInt(Math.floor(random() * 2 ** 32))
/** 200 children, each with a key of 64 bits. */
const keys = Array.from({ length: 200 }, () => (half() << 32n) | half())

const cell = (id: string, children: readonly number[], published = true): LedgerCell => ({
  id,
  key: keyOf(children.map((child) => keys[child] ?? 0n)),
  count: children.length,
  published,
})
const from = (first: number, end: number): readonly number[] =>
  Array.from({ length: end - first }, (_, at) => first + at)

const rows: LedgerTable = {
  id: "settings",
  cells: [
    cell("all", from(0, 200)),
    cell("school", from(0, 160)),
    cell("home", from(160, 196), false),
    cell("secure", from(196, 200), false),
  ],
}

describe("the ledger", () => {
  const look = (...more: readonly LedgerTable[]) => ledgerLeaks([rows, ...more], { threshold: 10 })

  test("has nothing to say of one table that withholds well", () => expect(look()).toEqual([]))

  test("finds what is withheld here and published there, under any name", () => {
    const other = { id: "regions", cells: [cell("away from school, but not secure", from(160, 196))] }
    expect(look(other)).toContainEqual({
      kind: "published elsewhere",
      withheld: "settings: home",
      published: "regions: away from school, but not secure",
    })
  })

  test("finds two published counts that differ by a small withheld cell", () => {
    const other = { id: "open", cells: [cell("not secure", from(0, 196))] }
    expect(look(other)).toEqual([{ kind: "difference", whole: "settings: all", part: "open: not secure", of: 4 }])
  })

  test("finds a table filtered by a single child, in whichever order they were published", () => {
    const wide = { id: "wide", cells: [cell("girls", from(0, 90)), cell("boys", from(90, 200))] }
    const narrow = { id: "narrow", partOf: "wide", cells: [cell("girls", from(1, 90)), cell("boys", from(90, 200))] }
    const leak = { kind: "difference", whole: "wide: girls", part: "narrow: girls", of: 1 }
    expect(ledgerLeaks([wide, narrow], { threshold: 10 })).toEqual([leak])
    expect(ledgerLeaks([narrow, wide], { threshold: 10 })).toEqual([leak])
    const unsaid = { ...narrow, partOf: "another" }
    expect(ledgerLeaks([wide, unsaid], { threshold: 10 })).toEqual([])
    expect(ledgerLeaks([wide, unsaid], { threshold: 10, few: keys })).toEqual([leak])
  })

  test("lets differences of the threshold and above be", () => {
    expect(look({ id: "half", partOf: "settings", cells: [cell("all", from(0, 190))] })).toEqual([])
    const by = (left: number) => look({ id: "part", partOf: "settings", cells: [cell("all", from(0, 200 - left))] })
    expect([9, 10].map((left) => by(left).length)).toEqual([1, 0])
  })

  test("finds tables that do not agree", () => {
    const wrong = { id: "wrong", cells: [{ ...cell("school", from(0, 160)), count: 161 }] }
    expect(look(wrong)).toContainEqual({ kind: "disagree", one: "settings: school", other: "wrong: school" })
    const more = { id: "more", partOf: "settings", cells: [{ ...cell("school", from(0, 150)), count: 170 }] }
    expect(look(more)).toContainEqual({ kind: "disagree", one: "settings: school", other: "more: school" })
  })

  test("is as quick as it must be: 40,000 cells", () => {
    const many = Array.from({ length: 40_000 }, (_, at) => ({
      id: `${at}`,
      key: (keys[at % 200] ?? 0n) * BigInt(at + 1),
      count: 10 + (at % 4_000),
      published: at % 3 > 0,
    }))
    const began = process.cpuUsage().user
    ledgerLeaks([{ id: "many", cells: many }], { threshold: 10 })
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(10)
  })
})

test("tables linked by their records are audited as one", async () => {
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
  expect((await audited(linked([one], terms))).verdict).toBe("safe")
  const { verdict, cells } = await audited(linked([one, other], terms))
  expect(verdict).toBe("unsafe")
  expect(Object.keys(cells)).toEqual(["one: a", "one: b"])
  expect(cells["one: a"]?.integer).toEqual([3, 3])
})
