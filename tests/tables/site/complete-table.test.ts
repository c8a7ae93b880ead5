/** A table that lacks a cell, holds one twice or names one that no dimension has is not released. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import type { ProposalDraft } from "../../../policy/release/proposal.ts"
import { table as byAge, releaseOf, staff } from "../../support/policy/release.ts"
import { midday } from "../../support/policy/team.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const [first, ...rest] = byAge.cells
const [hope, age] = byAge.dimensions
if (first === undefined || hope === undefined || age === undefined) throw new Error("there is no table")

const released = (table: ProposalDraft) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    return (yield* releaseOf(table)).table
  }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)

const broken: Readonly<Record<string, Partial<ProposalDraft>>> = {
  "a cell is missing": { cells: rest },
  "a cell twice": { cells: [...byAge.cells, first] },
  "a cell twice, in the place of another": {
    cells: [...rest.slice(1), ...rest.slice(0, 1), first].toSpliced(3, 1, first),
  },
  "an unknown category": { cells: [{ ...first, labels: ["Another hope", "9"] }, ...rest] },
  "an unknown category besides": { cells: [...byAge.cells, { ...first, labels: ["Another hope", "9"] }] },
  "a label too many": { cells: [{ ...first, labels: [...first.labels, "x"] }, ...rest] },
  "a category twice": { dimensions: [{ ...hope, categories: [...hope.categories, "Total"] }, age] },
  "no dimension": { dimensions: [], cells: [{ ...first, labels: [] }] },
  "a name twice": { dimensions: [hope, { ...age, name: hope.name }] },
  "no name": { dimensions: [hope, { ...age, name: "" }] },
  "the name that counts have": { dimensions: [hope, { ...age, name: "count" }] },
}

test.each(Object.entries(broken))("a table with %s is refused", { tags }, async (_, change) => {
  await expect(released({ ...byAge, ...change })).rejects.toMatchObject({
    rule: "small-cells-suppressed",
    remedy: expect.stringContaining("give each cell of their cross once"),
  })
})

test("the whole table is released, its cells in any order", { tags }, async () => {
  expect((await released({ ...byAge, cells: byAge.cells.toReversed() })).cells).toHaveLength(25)
})
