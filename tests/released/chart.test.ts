/** A bar is as long as its count is many, on one scale with those beside it; what is withheld has one length alone. */
import { describe, expect, test } from "vitest"
import { chart, longest } from "../../src/released/chart.ts"
import { releasedPage } from "../../src/released/page.ts"
import { type PanelGroup, panelGroupsOf } from "../../src/released/panels.ts"
import { byAge, byAgeAndRegion, byHope, released, tableOf } from "./made.ts"

const drawn = ({ panels, most }: PanelGroup) =>
  panels.map((panel, at) => ({ panel, svg: chart(panel, most, `${at}`).text }))
const lengths = (svg: string): readonly string[] =>
  [...svg.matchAll(/<rect class="(?:bar|stub)"[^>]* width="([^"]+)"/g)].map(([, length = ""]) => length)

test.each([byHope, byAge, byAgeAndRegion])("lengths are in proportion in $title", async (table) => {
  for (const group of panelGroupsOf(await released(table)))
    for (const { panel, svg } of drawn(group)) {
      expect(lengths(svg)).toHaveLength(panel.bars.length)
      panel.bars.forEach(({ count }, at) => {
        const length = lengths(svg)[at] ?? ""
        if (count === "[c]") expect(length).toBe("1.6em")
        else expect(Number.parseFloat(length)).toBeCloseTo((count / group.most) * longest, 2)
      })
    }
})

describe("what is drawn", () => {
  test("all together, then a panel for each age and each region", async () => {
    const groups = panelGroupsOf(await released(byAgeAndRegion))
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
    const groups = panelGroupsOf(await released(tableOf("T", dimensions, () => ({ count: 10, published: true }))))
    expect(groups.map(({ panels }) => panels.length)).toEqual([4, 4])
  })

  test("a table in which nothing is published, and one in which nobody is counted", async () => {
    for (const cell of [
      { count: 5, published: false },
      { count: 0, published: true },
    ]) {
      const table = await released(tableOf("T", [{ name: "A", categories: ["a", "b"] }], () => cell))
      const svg = panelGroupsOf(table)
        .flatMap(drawn)
        .map((each) => each.svg)
        .join("")
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      expect(lengths(svg)).toEqual(cell.published ? ["0%", "0%"] : ["1.6em", "1.6em"])
    }
  })

  test("its hatching is its own, and it is said in words", async () => {
    const [, byEachAge] = panelGroupsOf(await released(byAge))
    const [first] = byEachAge ? drawn(byEachAge) : []
    expect(first?.svg).toContain('fill="url(#hatch-0)"')
    expect(first?.svg).toContain('id="hatch-0"')
    expect(first?.svg).toMatch(
      /role="img" aria-label="4 to 5\. A good home to live in: 62; .*Something else: \[c\], withheld\."/,
    )
  })
})

test("where every number is withheld, that is said and no bar is drawn", async () => {
  const cells = byAge.cells.map((cell) => (cell.labels.includes("4 to 5") ? { ...cell, published: false } : cell))
  const page = releasedPage(await released({ ...byAge, cells }))
  expect(page).toMatch(/<figcaption>4 to 5<\/figcaption><p class="aside">\[c\]: every number here is withheld\.<\/p>/)
  expect(page.match(/every number here/g)).toHaveLength(1)
  expect(page.match(/<div class="bars"/g)).toHaveLength(4)
})
