/** Percentages reveal no more than the published counts: they can be computed from these. */
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { ProposedTable } from "../../../policy/release/table.ts"
import { releasedCsvw } from "../../../src/tables/site/csvw.ts"
import { releasedCsv } from "../../../src/tables/site/files.ts"
import { notesOf } from "../../../src/tables/site/notes.ts"
import { releasedPage } from "../../../src/tables/site/table-page.ts"
import {
  anyTable,
  byAge,
  byAgeAndRegion,
  byHope,
  released,
  tableOf,
} from "../../support/tables/site/released-tables.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const isFew = (count: number): boolean => count > 0 && count < 10

/** As a reader would who has nothing but the counts, and the rule. */
const workedOut = (count: string, whole: string): string => {
  if (count === "[c]" || whole === "[c]") return "[c]"
  const [part, all] = [Number(count), Number(whole)]
  if (part > all) return "[c]"
  if (all === 0) return "[z]"
  return [part, all - part, all].some(isFew) ? "[c]" : String(Math.round((100 * part) / all))
}

const rowsOf = async (proposed: ProposedTable): Promise<readonly (readonly string[])[]> =>
  parse(releasedCsv(await released(proposed)), { record_delimiter: "\r\n" })

const hasWhole = ({ dimensions }: ProposedTable): boolean => {
  const categories = dimensions[0]?.categories ?? []
  return categories.includes("Total") && categories.length > 1
}

const smallWhole = tableOf(
  "T",
  [
    { name: "percent", categories: ["a", "b", "Total"] },
    { name: "Age", categories: ["4", "5", "6", "7"] },
  ],
  ([hope = "", age = ""]) => {
    const counts = { "4": [0, 0, 0], "5": [40, 5, 45], "6": [15, 105, 120], "7": [12, 0, 12] }[age] ?? []
    return { count: counts[["a", "b", "Total"].indexOf(hope)] ?? 0, published: age !== "5" || hope !== "b" }
  },
)

describe("percentages", { tags }, () => {
  test("are a function of the published counts, in whatever table", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (proposed) => {
        const [heading = [], ...rows] = await rowsOf(proposed)
        const ways = proposed.dimensions.length
        expect(heading.slice(ways)).toEqual(hasWhole(proposed) ? ["count", "percent"] : ["count"])
        if (!hasWhole(proposed)) return
        const place = (labels: readonly string[]): string => JSON.stringify(labels.slice(0, ways))
        const counts = new Map(rows.map((row) => [place(row), row[ways] ?? ""]))
        for (const row of rows)
          expect(row[ways + 1]).toBe(workedOut(row[ways] ?? "", counts.get(place(row.with(0, "Total"))) ?? ""))
      }),
      { numRuns: 60 },
    )
  })

  test("are withheld with a count, a whole or a rest that is small, and are absent for an empty whole", async () => {
    const [, ...rows] = await rowsOf(smallWhole)
    expect(rows.map((row) => row.join(" "))).toEqual([
      ...["a 4 0 [z]", "a 5 40 [c]", "a 6 15 13", "a 7 12 100"],
      ...["b 4 0 [z]", "b 5 [c] [c]", "b 6 105 88", "b 7 0 0"],
      ...["Total 4 0 [z]", "Total 5 45 100", "Total 6 120 100", "Total 7 12 100"],
    ])
  })

  test("are described: their whole, their rounding, and their mark for an empty whole", async () => {
    const table = await released(smallWhole)
    const { columns } = JSON.parse(releasedCsvw(table)).tableSchema
    expect(columns.at(-1)).toMatchObject({
      name: "percent",
      titles: "percent",
      datatype: { base: "nonNegativeInteger", minimum: 0, maximum: 100 },
      null: ["[c]", "[z]"],
      "dc:description": expect.stringMatching(/alike in “Age”.+of “percent”.+whole number.+need not add up to 100/),
    })
    expect(columns.map(({ name }: { readonly name: string }) => name)).toEqual(["percent_1", "age", "count", "percent"])
    expect(notesOf(table).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Percentages", "What [c] means", "What [z] means"]),
    )
    expect(notesOf(await released(byHope)).find(({ name }) => name === "Percentages")?.words).toContain(
      "the share of all responses",
    )
  })
})

describe("on the page", () => {
  test("each follows its number, and a withheld number is marked once", async () => {
    const page = releasedPage(await released(byAge))
    expect(page).toContain('data-column="4 to 5"><span>62</span> <span class="share">19%</span></td>')
    expect(page).toContain('data-column="9 to 12"><span>[c]</span> <span class="share"></span></td>')
    expect(page).toContain('data-column="Total"><span>4,800</span> <span class="share">100%</span></td>')
  })

  test("the same in a table of one dimension, and without percentages no cell is empty", async () => {
    expect(releasedPage(await released(byHope))).toContain('<span>31</span> <span class="share">19%</span></td>')
    const dimensions = [{ name: "Hope", categories: ["a", "b"] }]
    const bare = tableOf("T", dimensions, () => ({ count: 40, published: true }))
    expect(releasedPage(await released(bare))).toContain('data-column="Responses"><span>40</span></td>')
  })

  test("the first mark of every table and the words under the charts lead to the note", async () => {
    for (const [proposed, charts] of [
      [byAge, true],
      [byAgeAndRegion, false],
    ] as const) {
      const page = releasedPage(await released(proposed))
      expect(page.match(/ id="what-c-means"/g)).toHaveLength(1)
      const [bars = "", ...tables] = page.split("<table")
      expect(/A hatched stub is <a [^>]*href="#what-c-means"/.test(bars)).toBe(charts)
      const marked = tables.filter((table) => table.includes("[c]<"))
      expect(marked.length).toBeGreaterThan(0)
      for (const table of marked) {
        expect(table.match(/href="#what-c-means"/g)).toHaveLength(1)
        expect(/<[^<]*>\[c\]/.exec(table)?.[0]).toContain('href="#what-c-means"')
      }
    }
  })
})
