/** The published counts never show that all members of a group share one category. */
import { Effect, Result } from "effect"
import { describe, expect, test } from "vitest"
import { lackingIn } from "../../../../bench/disclosure-proof.ts"
import { certificateParts, witnessesOf } from "../../../../policy/disclosure/suppress/proof/certificate.ts"
import { forRelease, protect } from "../../../../policy/disclosure/suppress/protect.ts"
import { findOneCategoryGroups } from "../../../../policy/disclosure/suppress/state/group-disclosure.ts"
import { cellId } from "../../../../policy/disclosure/tables/lattice.ts"
import { columnOf } from "../../../../policy/disclosure/tables/microdata.ts"
import { type Table, tabulate } from "../../../../policy/disclosure/tables/tabulate.ts"
import { rangesOf } from "../../../support/disclosure/suppress/fillings.ts"
import { smallTable } from "../../../support/disclosure/suppress/small-tables.ts"

/** Schools by answer: everybody in one school gave the same. */
const answers = [
  [40, 30, 20],
  [0, 35, 0],
  [25, 45, 30],
]
const rows = answers.flatMap((row, school) =>
  row.flatMap((count, answer) =>
    Array.from({ length: count }, () => [`s${school}`, `a${answer}`, answer === 1 ? "b" : "c"]),
  ),
)
const tableOf = (layout: readonly (readonly string[])[]): Table =>
  Effect.runSync(
    tabulate(
      {
        rows: rows.length,
        columns: ["school", "answer", "group"].map((name, way) =>
          columnOf(
            name,
            rows.map((row) => row[way] ?? ""),
          ),
        ),
      },
      layout,
    ),
  )
const plain = tableOf([["school"], ["answer"]])
const cellOf = ({ lattice, counts }: Table, id: string): number =>
  Array.from(counts.keys()).find((cell) => cellId(lattice, cell) === id) ?? -1

describe("small-cells-suppressed: group attributes", { tags: ["small-cells-suppressed"] }, () => {
  test("a row whose records are all in one category is found, and by which dimension is sensitive", () => {
    const named = (sensitive: "all" | readonly string[], table = plain) =>
      findOneCategoryGroups(table, sensitive).map(({ group, shown }) => [
        cellId(table.lattice, group),
        cellId(table.lattice, shown),
      ])
    expect(named("all")).toEqual([["s1|Total", "s1|a1"]])
    expect(named(["answer"])).toEqual([["s1|Total", "s1|a1"]])
    expect(named(["school"])).toEqual([])
    const grouped = tableOf([["school"], ["answer", "group"]])
    expect(named(["answer"], grouped)).toEqual([["s1|Total", "s1|b"]])
  })

  test("a zero in its row is hidden, and a witness puts a child there", async () => {
    const made = await Effect.runPromise(protect(plain, { ...forRelease, sensitive: ["answer"] }))
    expect({ primaries: made.primaries, zeros: made.hiddenZeros, bound: made.lowerBound }).toEqual({
      primaries: 0,
      zeros: 1,
      bound: 0,
    })
    const hidden = Array.from(made.published.keys()).filter(
      (cell) => made.published[cell] === 0 && plain.counts[cell] === 0,
    )
    expect(hidden.map((cell) => cellId(plain.lattice, cell))).toEqual(["s1|a0"])
    const witness = witnessesOf(made).find(({ cell }) => cell === "s1|a0")
    expect(witness?.becomes).toBeGreaterThan(0)
    expect(lackingIn(made, witnessesOf(made), true)).toEqual([])
    expect(JSON.parse(certificateParts(made, "").join(""))).toMatchObject({
      sensitive: ["answer"],
      hidden_zeros: 1,
      attacker: { lower_bound: 0, integer: true },
    })
  })

  test("of small tables, by every filling: another category of each such group may hold somebody, and no count is known", async () => {
    let hidden = 0
    const many = process.env["FULL"] ? 400 : 25
    for (let seed = 1; seed <= many; seed++) {
      const table = smallTable(seed * 7919)
      const found = await Effect.runPromise(
        Effect.result(protect(table, { level: "witnessed", threshold: 3, sensitive: "all" })),
      )
      if (Result.isFailure(found)) continue
      const { published, lowerBound } = found.success
      const ranges = rangesOf(table, published, [], 60_000, lowerBound)
      if (ranges === undefined) continue
      for (const { hide } of findOneCategoryGroups(table, "all")) {
        hidden++
        expect(ranges.get(hide)?.greatest, `seed ${seed}`).toBeGreaterThan(0)
      }
      for (const { least, greatest } of ranges.values()) expect(greatest, `seed ${seed}`).toBeGreaterThan(least)
    }
    expect(hidden).toBeGreaterThan(many / 10)
  })

  test("left out, nothing is hidden for it: and then the zeros tell", async () => {
    const made = await Effect.runPromise(protect(plain, { level: "witnessed", threshold: 10 }))
    expect(made.suppressed).toBe(0)
    expect(made.published[cellOf(plain, "s1|a0")]).toBe(1)
  })

  test("a sensitive dimension that is not there is refused", async () => {
    const made = await Effect.runPromise(Effect.result(protect(plain, { ...forRelease, sensitive: ["odd"] })))
    expect(Result.isFailure(made) && made.failure.message).toBe("There is no dimension odd.")
  })

  test("where the school tells every answer, either no school tells it any longer or nothing leaves", async () => {
    const two = rows.filter(([school]) => school === "s1")
    const others = rows.filter(([school]) => school === "s0").map(([, answer]) => ["s0", answer])
    const both = [...two, ...others.map(([school]) => [school, "a0"])]
    const table = Effect.runSync(
      tabulate(
        {
          rows: both.length,
          columns: ["school", "answer"].map((name, way) =>
            columnOf(
              name,
              both.map((row) => row[way] ?? ""),
            ),
          ),
        },
        [["school"], ["answer"]],
      ),
    )
    const made = await Effect.runPromise(Effect.result(protect(table, forRelease)))
    expect(Result.isSuccess(made) ? lackingIn(made.success, witnessesOf(made.success), true) : []).toEqual([])
  })
})
