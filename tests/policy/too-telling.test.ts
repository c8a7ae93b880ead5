/** A table with too many small cells, or a row in one category, is refused, however many cells it withholds. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { groupDisclosureGate } from "../../policy/release/group-disclosure-gate.ts"
import { sparsityGate } from "../../policy/release/sparsity-gate.ts"

const tags = ["small-cells-suppressed"] as const
const passes = <A, E>(gate: Effect.Effect<A, E>): boolean => Result.isSuccess(Effect.runSync(Effect.result(gate)))

describe("too sparse", { tags: [...tags] }, () => {
  const isTaken = (...counts: readonly number[]) =>
    passes(
      sparsityGate({
        title: "",
        geographies: [],
        cells: counts.map((count) => ({ labels: [], count, published: false })),
      }),
    )

  it("a quarter of the non-zero cells may be small, and no more", () => {
    assert.isTrue(isTaken(4, 20, 20, 20))
    assert.isFalse(isTaken(4, 4, 20, 20, 20))
    assert.isFalse(isTaken(4, 4, 20, 20, 20, 0, 0, 0, 0))
    assert.isTrue(isTaken(0, 0))
  })
})

type Row = Readonly<Record<string, number | "[c]" | "[0]">>

/** Rows by their labels; `[c]` withholds children and `[0]` a zero. */
const cellsOf = (rows: Readonly<Record<string, Row>>) =>
  Object.entries(rows).flatMap(([row, counts]) =>
    Object.entries(counts).map(([column, count]) => ({
      labels: [row, column],
      count: count === "[c]" ? 12 : count === "[0]" ? 0 : count,
      published: typeof count === "number",
    })),
  )

const hierarchyOf = (leaves: readonly string[], parents: Readonly<Record<string, string>> = {}) => ({ leaves, parents })

const isTaken = (
  rows: Readonly<Record<string, Row>>,
  columns = hierarchyOf(["yes", "no"]),
  sensitive: boolean | undefined = undefined,
) =>
  passes(
    groupDisclosureGate({
      dimensions: [
        { name: "Age", categories: [...Object.keys(rows)], sensitive: false },
        { name: "Hurt", categories: [...columns.leaves, "Total"], ...(sensitive !== undefined && { sensitive }) },
      ],
      hierarchies: [hierarchyOf(Object.keys(rows)), columns],
      cells: cellsOf(rows),
    }),
  )

describe("one category", { tags: [...tags] }, () => {
  it("a row of children who are all in it is refused, and one of nobody is not", () => {
    assert.isTrue(isTaken({ "6": { yes: 20, no: 30, Total: 50 } }))
    assert.isFalse(isTaken({ "6": { yes: 20, no: 0, Total: 20 } }))
    assert.isFalse(isTaken({ "6": { yes: 20, no: 30, Total: 50 }, "7": { yes: 20, no: 0, Total: 20 } }))
    assert.isTrue(isTaken({ "6": { yes: 0, no: 0, Total: 0 } }))
  })

  it("withheld children reveal as much as shown ones, a withheld zero hides, and a public variable passes", () => {
    assert.isFalse(isTaken({ "6": { yes: "[c]", no: 0, Total: "[c]" } }))
    assert.isTrue(isTaken({ "6": { yes: 20, no: "[0]", Total: 20 } }))
    assert.isTrue(isTaken({ "6": { yes: 0, no: "[0]", Total: 0 } }))
    assert.isTrue(isTaken({ "6": { yes: 20, no: 0, Total: 20 } }, hierarchyOf(["yes", "no"]), false))
    assert.isFalse(isTaken({ "6": { yes: 20, no: 0, Total: 20 } }, hierarchyOf(["yes", "no"]), true))
  })

  it("it is asked of the first level that has more than one category", () => {
    const bands = hierarchyOf(["a1", "a2", "b1"], { a1: "a", a2: "a", b1: "b" })
    assert.isTrue(isTaken({ "6": { a1: 20, a2: 0, b1: 30, a: 20, b: 30, Total: 50 } }, bands))
    assert.isFalse(isTaken({ "6": { a1: 20, a2: 15, b1: 0, a: 35, b: 0, Total: 35 } }, bands))
    const onlyEngland = hierarchyOf(["n", "s"], { n: "England", s: "England" })
    assert.isTrue(isTaken({ "6": { n: 20, s: 30, England: 50, Total: 50 } }, onlyEngland))
    assert.isFalse(isTaken({ "6": { n: 20, s: 0, England: 20, Total: 20 } }, onlyEngland))
  })

  it("a table with one category only reveals it for every child in it", () => {
    assert.isFalse(isTaken({ "6": { all: 20, Total: 20 } }, hierarchyOf(["all"])))
    assert.isTrue(isTaken({ "6": { all: 20, Total: 20 } }, hierarchyOf(["all"]), false))
    assert.isFalse(isTaken({ "6": { all: 20, some: 20, Total: 20 } }, hierarchyOf(["all"], { all: "some" })))
  })

  it("rows whose joined labels read alike are distinguished", () => {
    const dimensions = ["One", "Two", "Hurt"].map((name) => ({ name, categories: [], sensitive: name === "Hurt" }))
    const cell = (labels: readonly string[], count: number) => ({ labels, count, published: true })
    const gate = groupDisclosureGate({
      dimensions,
      hierarchies: [hierarchyOf(["a", "ab"]), hierarchyOf(["b", "bb"]), hierarchyOf(["yes", "no"])],
      cells: [
        ...[cell(["a", "bb", "yes"], 20), cell(["a", "bb", "no"], 0)],
        ...[cell(["ab", "b", "yes"], 0), cell(["ab", "b", "no"], 20)],
      ],
    })
    assert.isFalse(passes(gate))
  })
})
