/** A table that lacks a cell, holds one twice or names one that no dimension has is not released. */
import { expect, test } from "vitest"
import type { ProposedTable } from "../../policy/disclosure/table.ts"
import { byAge, released } from "./made.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const [first, ...rest] = byAge.cells
const [hope, age] = byAge.dimensions
if (first === undefined || hope === undefined || age === undefined) throw new Error("there is no table")

const broken: Readonly<Record<string, Partial<ProposedTable>>> = {
  "a cell is missing": { cells: rest },
  "a cell stands twice": { cells: [...byAge.cells, first] },
  "one stands twice in another's place": {
    cells: [...rest.slice(1), ...rest.slice(0, 1), first].toSpliced(3, 1, first),
  },
  "an unknown category": { cells: [{ ...first, labels: ["Another hope", "4 to 5"] }, ...rest] },
  "a label too many": { cells: [{ ...first, labels: [...first.labels, "x"] }, ...rest] },
  "a category twice": { dimensions: [{ ...hope, categories: [...hope.categories, "Total"] }, age] },
  "no dimension": { dimensions: [], cells: [{ ...first, labels: [] }] },
  "a name twice": { dimensions: [hope, { ...age, name: hope.name }] },
  "no name": { dimensions: [hope, { ...age, name: "" }] },
  "the name that counts have": { dimensions: [hope, { ...age, name: "count" }] },
}

test.each(Object.entries(broken))("%s", { tags }, async (_, change) => {
  await expect(released({ ...byAge, ...change })).rejects.toMatchObject({ rule: "small-cells-suppressed" })
})

test("the whole table is released, its cells in any order", { tags }, async () => {
  expect((await released({ ...byAge, cells: byAge.cells.toReversed() })).cells).toHaveLength(35)
})
