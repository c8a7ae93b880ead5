/** Of a withheld count nothing is in any output: not in a digit, not in a length; `[c]` is explained if and only if it is there. */
import fc from "fast-check"
import { expect, test } from "vitest"
import type { ProposedTable } from "../../../policy/release/table.ts"
import { outputsOf } from "../../support/tables/site/outputs.ts"
import { anyTable, byAge, byAgeAndRegion, byHope, released } from "../../support/tables/site/released-tables.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const patience = 240_000
const runs = { numRuns: process.env["FULL"] === "1" ? 500 : 25 }

const withheldIn = ({ cells }: ProposedTable): readonly string[] =>
  cells.flatMap(({ count, published }) => (published ? [] : [String(count)]))

/** Digits may be grouped. */
const ungrouped = (output: string): string => output.replace(/(?<=\d)[,. \u00a0](?=\d)/g, "")

const leaks = (output: string, secrets: readonly string[]): boolean =>
  secrets.some((count) => output.includes(count) || ungrouped(output).includes(count))

test("no withheld count is in any output, however it is written", { tags, timeout: patience }, async () => {
  expect(leaks("<b>7,310,950,000,001</b>", ["7310950000001"])).toBe(true)
  await fc.assert(
    fc.asyncProperty(anyTable, async (table) => {
      for (const [name, output] of Object.entries(await outputsOf(await released(table))))
        expect(leaks(output, withheldIn(table)), name).toBe(false)
    }),
    runs,
  )
})

test("the same bytes whatever the withheld counts are", { tags, timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, fc.integer({ min: 0, max: 9 }), async (table, other) => {
      const cells = table.cells.map((cell) => (cell.published ? cell : { ...cell, count: other }))
      expect(await outputsOf(await released({ ...table, cells }))).toEqual(await outputsOf(await released(table)))
    }),
    runs,
  )
})

const isExplained = /marks a number that is withheld/

test("[c] is explained in every format if something is withheld, and is nowhere if nothing is", { tags }, async () => {
  for (const table of [byAge, byAgeAndRegion]) {
    const { page = "", csv, csvw, "xl/sharedStrings.xml": strings } = await outputsOf(await released(table))
    for (const output of [page, csvw, strings]) expect(output).toMatch(isExplained)
    for (const output of [page, csv, csvw, strings]) expect(output).toContain("[c]")
  }
  const cells = byHope.cells.map((cell) => ({ ...cell, count: cell.count + 10, published: true }))
  for (const output of Object.values(await outputsOf(await released({ ...byHope, cells })))) {
    expect(output).not.toMatch(isExplained)
    expect(output).not.toContain("[c]")
  }
})
