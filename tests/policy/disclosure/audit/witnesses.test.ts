/** Shows that a witness is valid exactly when tabulating its records again publishes the same numbers. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { checkWitness } from "../../../../policy/disclosure/audit/check-witness.ts"
import { type LeafCount, type LeafHierarchy, leafTableOf } from "../../../../policy/disclosure/audit/leaf-table.ts"
import { findUnwitnessed } from "../../../../policy/disclosure/audit/witnessed.ts"
import type { Edit, Witness } from "../../../../policy/disclosure/witness.ts"
import { randomFrom } from "../../../support/disclosure/audit/random-publication.ts"
import { outcome } from "../../../support/disclosure/audit/run-audit.ts"

/** Two regions with two places each, by three ages. */
const dimensions: readonly LeafHierarchy[] = [
  {
    leaves: ["A", "B", "C", "D"],
    parents: new Map([
      ["A", "North"],
      ["B", "North"],
      ["C", "South"],
      ["D", "South"],
    ]),
  },
  { leaves: ["4", "5", "6"], parents: new Map() },
]

const counts = [
  [3, 20, 15],
  [12, 1, 18],
  [1, 14, 30],
  [25, 16, 40],
]
const leaves: readonly LeafCount[] = counts.flatMap((row, place) =>
  row.map((count, age) => ({ leaf: [place, age], count })),
)
const withheld = ["A|4", "A|5", "B|4", "B|5", "C|4", "C|5", "D|4", "D|5"]
const tableOf = (given: readonly LeafCount[] = leaves) =>
  Effect.runSync(leafTableOf(dimensions, given, (id) => !withheld.includes(id)))
const table = tableOf()

const swap = (from: readonly number[], to: readonly number[], count: number): Edit => ({ from, to, count })
/** Moves n records of age 4 from B to A, and n of age 5 back. */
const lift = (n: number): readonly Edit[] => [swap([1, 0], [0, 0], n), swap([0, 1], [1, 1], n)]

const fault = (witness: Witness, lowerBound = 1) =>
  Effect.runSync(
    Effect.match(checkWitness(table, witness, lowerBound), {
      onSuccess: () => "valid",
      onFailure: (refused) => refused.fault,
    }),
  )

test("every cell is the sum of its leaves", () => {
  const count = (id: string) => table.counts[table.numberOf.get(id) ?? -1]
  expect(count("A|4")).toBe(3)
  expect(count("North|5")).toBe(21)
  expect(count("South|Total")).toBe(126)
  expect(count("Total|4")).toBe(41)
  expect(count("Total|Total")).toBe(195)
  expect(table.ids).toHaveLength(7 * 4)
})

describe("a witness", () => {
  const reaching = { cell: "A|4", becomes: 10, edits: lift(7) }

  test("is valid if it reaches its claim, and names the singletons that it moves", () => {
    expect(fault(reaching)).toBe("valid")
    const moved = Effect.runSync(checkWitness(table, reaching, 1)).movedSingletons
    expect([...moved]).toEqual([table.numberOf.get("B|5")])
  })

  const refused: readonly (readonly [string, Witness])[] = [
    ["no such cell", { ...reaching, cell: "E|4" }],
    ["the cell is published", { ...reaching, cell: "North|4" }],
    ["an edit moves no records", { ...reaching, edits: [...lift(7), swap([0, 0], [1, 0], 0)] }],
    ["an edit moves no records", { ...reaching, edits: [...lift(6.5), ...lift(0.5)] }],
    ["an edit names no leaf", { ...reaching, edits: [...lift(7), swap([4, 0], [0, 0], 1)] }],
    ["an edit names no leaf", { ...reaching, edits: [...lift(7), swap([0], [0, 0], 1)] }],
    ["an edit names no leaf", { ...reaching, edits: [...lift(7), swap([0, -1], [0, 0], 1)] }],
    ["a published count would change", { ...reaching, edits: [swap([1, 0], [0, 0], 7)] }],
    [
      "a published count would change",
      { ...reaching, edits: [...lift(7), swap([0, 2], [0, 0], 1), swap([1, 0], [1, 2], 1)] },
    ],
    ["a withheld count would fall below what the attacker knows", { ...reaching, becomes: 15, edits: lift(12) }],
    ["the cell gets another count", { ...reaching, becomes: 11 }],
    ["the cell keeps its count", { cell: "A|4", becomes: 3, edits: [] }],
  ]
  test.each(refused)("is refused: %s", (why, witness) => {
    expect(fault(witness)).toBe(why)
  })

  test("may empty a withheld cell only if zeros can be withheld", () => {
    const emptied = { cell: "B|4", becomes: 0, edits: lift(12) }
    expect(fault(emptied)).toMatch(/below/)
    expect(fault(emptied, 0)).toBe("valid")
  })

  test("for a singleton's own cell may move that singleton, who learns nothing new", () => {
    const alone = { cell: "C|4", becomes: 10, edits: [swap([3, 0], [2, 0], 9), swap([2, 1], [3, 1], 9)] }
    expect(fault(alone)).toBe("valid")
  })

  /** The plain check: tabulates the other records, applies the same suppression, and compares every published number. */
  const plainly = ({ cell, becomes, edits }: Witness): boolean => {
    const moved = new Map(leaves.map(({ leaf, count }) => [leaf.join(), count]))
    for (const { from, to, count } of edits) {
      moved.set(from.join(), (moved.get(from.join()) ?? 0) - count)
      moved.set(to.join(), (moved.get(to.join()) ?? 0) + count)
    }
    if ([...moved.values()].some((count) => count < 0)) return false
    const other = tableOf([...moved].map(([leaf, count]) => ({ leaf: leaf.split(",").map(Number), count })))
    const same = table.ids.every((_, at) => !table.published[at] || table.counts[at] === other.counts[at])
    const hidden = table.ids.every((_, at) => table.published[at] || (other.counts[at] ?? 0) >= 1)
    const at = table.numberOf.get(cell) ?? -1
    return same && hidden && other.counts[at] === becomes && table.counts[at] !== becomes
  }

  test("made at random is valid exactly if the plain check accepts it", () => {
    const random = randomFrom(7)
    const upTo = (most: number): number => Math.floor(random() * (most + 1))
    let believed = 0
    for (let each = 0; each < 4_000; each++) {
      const cell = withheld[upTo(withheld.length - 1)] ?? ""
      const [place, other, age, next] = [upTo(3), upTo(3), upTo(1), upTo(1)]
      const n = 1 + upTo(12)
      const edits = [
        swap([place, age], [other, age], n),
        swap([other, next], [place, next], random() < 0.9 ? n : n + 1),
      ]
      const at = table.numberOf.get(cell) ?? -1
      const moves = (to: readonly number[]): boolean => `${"ABCD"[to[0] ?? 0]}|${4 + (to[1] ?? 0)}` === cell
      const becomes = edits.reduce((sum, edit) => {
        return sum + (moves(edit.to) ? edit.count : 0) - (moves(edit.from) ? edit.count : 0)
      }, table.counts[at] ?? 0)
      const witness = { cell, becomes: random() < 0.9 ? becomes : becomes + 1, edits }
      const answer = fault(witness) === "valid"
      expect(answer).toBe(plainly(witness))
      if (answer) believed += 1
    }
    expect(believed).toBeGreaterThan(50)
  })
})

describe("a table", () => {
  const terms = { threshold: 10, lowerBound: 0, insider: false }
  const high = { cell: "A|4", becomes: 10, edits: lift(7) }
  const low = { cell: "A|4", becomes: 2, edits: [swap([0, 0], [1, 0], 1), swap([1, 1], [0, 1], 1)] }
  const single = { cell: "B|5", becomes: 10, edits: lift(9) }
  const south = [swap([3, 0], [2, 0], 9), swap([2, 1], [3, 1], 9)]
  const secondaries: readonly Witness[] = [
    { cell: "A|5", becomes: 13, edits: lift(7) },
    { cell: "B|4", becomes: 5, edits: lift(7) },
    { cell: "C|4", becomes: 10, edits: south },
    { cell: "C|5", becomes: 5, edits: south },
    { cell: "D|4", becomes: 16, edits: south },
    { cell: "D|5", becomes: 25, edits: south },
  ]
  const lacking = (given: readonly Witness[], how = terms) =>
    Effect.runPromise(
      Effect.match(findUnwitnessed(table, given, how), {
        onSuccess: (cells) => cells.map(({ cell, lacks }) => `${cell} ${lacks}`),
        onFailure: ({ fault: why }) => [why],
      }),
    )

  const all = [high, low, single, ...secondaries]
  test("with all its witnesses lacks none", async () => {
    expect(await lacking(all)).toEqual([])
  })

  test("without one witness names the unprotected cell", async () => {
    const without = (dropped: Witness) => lacking(all.filter((each) => each !== dropped))
    expect(await without(single)).toEqual(["B|5 fixed"])
    expect(await without(low)).toEqual(["A|4 low"])
    expect(await without(high)).toEqual(["A|4 high"])
    for (const dropped of secondaries) expect(await without(dropped)).toEqual([`${dropped.cell} fixed`])
    expect(await lacking([])).toEqual(withheld.map((cell) => `${cell} fixed`))
  })

  test("with one wrong witness is refused", async () => {
    expect(await lacking([...all, { ...high, becomes: 11 }])).toEqual(["the cell gets another count"])
  })

  test("needs for insiders witnesses that move no other singleton", async () => {
    const insider = { ...terms, insider: true }
    expect(await lacking(all, insider)).toEqual(["a singleton of another cell could rule it out"])
    const southern = secondaries.filter(({ cell }) => /C.4/.test(cell))
    expect(await lacking([single, ...southern], insider)).toEqual(
      ["A|4", "A|5", "B|4", "C|5", "D|4", "D|5"].map((cell) => `${cell} fixed`),
    )
  })

  test("is refused if its counts, leaves or hierarchy are invalid", async () => {
    const made = (ways: readonly LeafHierarchy[], given: readonly LeafCount[]) =>
      outcome(leafTableOf(ways, given, () => true))
    expect(await made(dimensions, [{ leaf: [0, 0], count: -1 }])).toBe("not-a-count")
    expect(await made(dimensions, [{ leaf: [0, 3], count: 1 }])).toBe("unknown-cell")
    expect(
      await made(
        [
          {
            leaves: ["A"],
            parents: new Map([
              ["A", "N"],
              ["N", "A"],
            ]),
          },
        ],
        [],
      ),
    ).toBe("hierarchy-loop")
    expect(await made([{ leaves: ["A", "A"], parents: new Map() }], [])).toBe("duplicate-cell")
  })
})
