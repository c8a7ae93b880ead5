/** The length of a bar is its count, on one scale with its neighbours; every withheld count has the same length. */
import { describe, expect, test } from "vitest"
import { chart, longest } from "../../../src/tables/site/chart.ts"
import { chartsOf, mostIn, type PanelGroup } from "../../../src/tables/site/panels.ts"
import { releasedPage } from "../../../src/tables/site/table-page.ts"
import { byAge, byAgeAndRegion, byHope, released, tableOf } from "../../support/tables/site/released-tables.ts"

const drawn = (group: PanelGroup) =>
  group.panels.map((panel, at) => ({ panel, svg: chart(panel, mostIn([group]), `${at}`).text }))
const lengths = (svg: string): readonly string[] =>
  [...svg.matchAll(/<rect class="(?:bar|stub)"[^>]* width="([^"]+)"/g)].map(([, length = ""]) => length)

test.each([byHope, byAge, byAgeAndRegion])("lengths are in proportion in $title", async (table) => {
  for (const group of chartsOf(await released(table)).groups)
    for (const { panel, svg } of drawn(group)) {
      expect(lengths(svg)).toHaveLength(panel.bars.length)
      panel.bars.forEach(({ value }, at) => {
        const length = lengths(svg)[at] ?? ""
        if (typeof value === "number")
          expect(Number.parseFloat(length)).toBeCloseTo((value / mostIn([group])) * longest, 2)
        else expect(length).toBe("1.6em")
      })
    }
})

describe("bars", () => {
  test("all together, then a panel for each age and each region", async () => {
    const { groups } = chartsOf(await released(byAgeAndRegion))
    expect(groups.map(({ title, panels }) => [title, panels.length])).toEqual([
      ["All together", 1],
      ["By age", 4],
      ["By region", 4],
    ])
    expect(groups[2]?.panels.map(({ title }) => title)).toContain("East Midlands")
    expect(
      groups.flatMap(({ panels }) => panels.flatMap(({ bars }) => bars)).some(({ label }) => label === "Total"),
    ).toBe(false)
  })

  test("every cell of a table without totals", async () => {
    const dimensions = ["A", "B", "C"].map((name) => ({ name, categories: [`${name}1`, `${name}2`] }))
    const { groups } = chartsOf(await released(tableOf("T", dimensions, () => ({ count: 10, published: true }))))
    expect(groups.map(({ panels }) => panels.length)).toEqual([4, 4])
  })

  test("a table in which nothing is published, and one in which nobody is counted", async () => {
    for (const cell of [
      { count: 5, published: false },
      { count: 0, published: true },
    ]) {
      const table = await released(tableOf("T", [{ name: "A", categories: ["a", "b"] }], () => cell))
      const svg = chartsOf(table)
        .groups.flatMap(drawn)
        .map((each) => each.svg)
        .join("")
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      expect(lengths(svg)).toEqual(cell.published ? ["0%", "0%"] : ["1.6em", "1.6em"])
    }
  })

  test("its hatching is its own, and words explain it", async () => {
    const [, byEachAge] = chartsOf(await released(byAge)).groups
    const [first] = byEachAge ? drawn(byEachAge) : []
    expect(first?.svg).toContain('fill="url(#hatch-0)"')
    expect(first?.svg).toContain('id="hatch-0"')
    expect(first?.svg).toMatch(
      /role="img" aria-label="4 to 5, 320 responses\. A good home to live in: 19%; .*Something else: \[c\], withheld\."/,
    )
  })
})

describe("groups of different sizes", () => {
  test("are drawn as percentages, to one scale with all together, each with its base", async () => {
    const dimensions = [
      { name: "Hope", categories: ["a", "b", "Total"] },
      { name: "Age", categories: ["4", "5", "Total"] },
    ]
    const counts = [90, 200, 290, 10, 200, 210, 100, 400, 500]
    const table = await released(tableOf("T", dimensions, (_, at) => ({ count: counts[at] ?? 0, published: true })))
    const page = releasedPage(table)
    expect(chartsOf(table).measure).toBe("percentages")
    expect(page).toContain("<figcaption>4 <small>100 responses</small></figcaption>")
    expect(page).toContain("A bar is a percentage of the responses in its chart")
    const drawnAs = [...page.matchAll(/width="([\d.]+)%" [^>]*\/>(?:<line[^>]*\/>)+<text[^>]*>(\d+)%</g)]
    expect(drawnAs.map(([, , share]) => Number(share))).toEqual([58, 42, 90, 10, 50, 50])
    for (const [, length, share] of drawnAs) expect(Number(length)).toBeCloseTo((Number(share) / 90) * longest, 2)
    const lines = [...page.matchAll(/class="of-all" x1="([\d.]+)%"/g)].map(([, at]) => (Number(at) / longest) * 90)
    expect(lines.map((share) => Number(share.toFixed(2)))).toEqual([58, 42, 58, 42])
  })

  test("carry a line where all together would end, and all together none", async () => {
    const table = await released(byAge)
    const [all, ages] = chartsOf(table).groups
    expect(all?.panels[0]?.bars.map(({ ofAll }) => ofAll)).toEqual(Array.from({ length: 6 }))
    for (const { bars } of ages?.panels ?? []) expect(bars.map(({ ofAll }) => ofAll)).toEqual([19, 28, 11, 24, 18, 1])
    expect(releasedPage(table)).toContain("The line across it is the percentage of all together.")
    const [first] = ages ? drawn(ages) : []
    expect(first?.svg.match(/class="of-all"/g)).toHaveLength(4)
    expect(releasedPage(await released(byHope))).not.toMatch(/of-all"|The line across/)
  })

  test("are drawn as counts where there is no total to take percentages of, and words explain it", async () => {
    const dimensions = [
      { name: "Hope", categories: ["a", "b"] },
      { name: "Age", categories: ["4", "5"] },
    ]
    const table = await released(tableOf("T", dimensions, (_, at) => ({ count: 10 + at, published: true })))
    expect(chartsOf(table).measure).toBe("counts")
    expect(releasedPage(table)).toContain("A bar is a number of responses. Charts side by side have one scale.<")
    expect(releasedPage(table)).not.toMatch(/\d%<|ercentage/)
  })

  test("are drawn as counts where no percentage is published", async () => {
    const dimensions = [{ name: "Hope", categories: ["a", "b", "c", "Total"] }]
    const kept = ["c", "Total"]
    const table = tableOf("T", dimensions, ([hope = ""]) => ({ count: 40, published: !kept.includes(hope) }))
    expect(chartsOf(await released(table)).measure).toBe("counts")
  })

  test("say so where nobody is counted", async () => {
    const cells = byAge.cells.map((cell) =>
      cell.labels.includes("4 to 5") ? { ...cell, count: 0, published: true } : cell,
    )
    const page = releasedPage(await released({ ...byAge, cells }))
    expect(page).toMatch(/4 to 5 <small>0 responses<\/small><\/figcaption><p class="aside">Nobody is counted here\.</)
  })
})

test("a long chart is described in few words, with its longest bars and how many are withheld", async () => {
  const categories = [...Array.from({ length: 150 }, (_, at) => `Local authority ${at}`), "Total"]
  const table = tableOf("T", [{ name: "Place", categories }], (_, at) =>
    at === 150 ? { count: 100_000, published: true } : { count: 100 + at * 100, published: at % 10 > 0 },
  )
  const [group] = chartsOf(await released(table)).groups
  const [, words = ""] = /aria-label="([^"]*)"/.exec(group ? (drawn(group)[0]?.svg ?? "") : "") ?? []
  expect(words.length).toBeLessThan(400)
  expect(words).toMatch(/^All together, 100,000 responses\. 150 bars, 15 of them withheld; the longest are /)
  expect(words).toContain("Local authority 144: 15%; Local authority 145: 15%")
})

test("where every number is withheld, words explain it and no bar is drawn", async () => {
  const cells = byAge.cells.map((cell) => (cell.labels.includes("4 to 5") ? { ...cell, published: false } : cell))
  const page = releasedPage(await released({ ...byAge, cells }))
  expect(page).toMatch(
    /<figcaption>4 to 5 <small>\[c\] responses<\/small><\/figcaption><p class="aside">\[c\]: every percentage here is withheld\.<\/p>/,
  )
  expect(page.match(/every percentage here/g)).toHaveLength(1)
  expect(page.match(/<div class="bars"/g)).toHaveLength(4)
})
