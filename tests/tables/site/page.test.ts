/** The pages say what must be known, escape what they are given, need nothing else, and look as the site does. */
import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { publicationGeographies } from "../../../policy/release/table.ts"
import { addressesOf } from "../../../src/tables/site/address.ts"
import { mark } from "../../../src/tables/site/frame.ts"
import { listPage } from "../../../src/tables/site/list-page.ts"
import { style } from "../../../src/tables/site/style.ts"
import { releasedPage } from "../../../src/tables/site/table-page.ts"
import { byAge, byAgeAndRegion, byHope, released, tableOf } from "../../support/tables/site/released-tables.ts"

const hostile = `<img src=x onerror="alert(1)"> & 'so'`
const count = () => ({ count: 12, published: true })
const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")

test("the page gives base, wording, rule, certificate, date and place", async () => {
  const table = await released({ ...byAge, geographies: ["England", "E12000007"] })
  const page = releasedPage(table)
  for (const words of ["4,800", "voluntary online survey, not a census", "small-cells-suppressed", table.audit])
    expect(page).toContain(words)
  for (const words of ["1 June 2021", "England and London", "Counts from 1 to 9"]) expect(page).toContain(words)
})

test("the page gives the base only where the table publishes it", async () => {
  const cells = byAge.cells.map((cell, at) => (at === byAge.cells.length - 1 ? { ...cell, published: false } : cell))
  for (const page of [releasedPage, (table: Parameters<typeof releasedPage>[0]) => listPage([table])]) {
    expect(page(await released(byAge))).toMatch(/responses<\/p>/)
    expect(page(await released({ ...byAge, cells }))).not.toMatch(/4,800|responses<\/p>/)
  }
})

test("whatever a title, a dimension and a category say is text", async () => {
  const table = tableOf(
    hostile,
    [1, 2, 3].map((at) => ({ name: `${hostile}${at}`, categories: [hostile, "b"] })),
    count,
  )
  const made = await released(table)
  for (const page of [releasedPage(made), listPage([made])]) {
    expect(page).not.toContain("<img")
    expect(page).not.toContain('onerror="')
    expect(page).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;so&#39;")
  }
})

test("nothing is fetched, run or styled from elsewhere", async () => {
  const pages = [releasedPage(await released(byAgeAndRegion)), listPage([await released(byHope)]), listPage([])]
  for (const page of pages) {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|\sstyle=|\son\w+=|url\((?!#)/)
    expect(
      [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to = ""]) => to).filter((to) => /:|^\/\//.test(to)),
    ).toEqual([])
  }
})

test("tables are real ones: a caption and a scope for every heading", async () => {
  const page = releasedPage(await released(byAgeAndRegion))
  expect(page.match(/<caption>/g)).toHaveLength(page.match(/<table/g)?.length ?? 0)
  expect(page.match(/<th (?!scope="(col|row)")/g)).toBeNull()
  expect(page.match(/<td /g)).toHaveLength(byAgeAndRegion.cells.length)
  expect(page).toContain("East Midlands")
})

test("the list holds each table once, the newest first, and says so when there is no table", async () => {
  const [one, two] = [await released(byAge), await released(byHope)]
  const list = listPage([one, { ...two, releasedOn: "2021-07-01" }])
  expect(list.indexOf(addressesOf(two).page)).toBeLessThan(list.indexOf(addressesOf(one).page))
  expect(list.match(/<li>/g)).toHaveLength(2)
  expect(listPage([])).toContain("No table has been released yet")
})

test("many tables stand under their topics, each once, with a way to every topic", async () => {
  const topics = ["School", "Happiness & home", "Friends"]
  const tables = await Promise.all(
    topics.flatMap((name, at) =>
      ["by age", "by region", "by gender"].map(async (cut, day) => {
        const table = await released(tableOf(`${name} ${cut}`, [{ name, categories: ["a", "b"] }], count))
        return { ...table, releasedOn: `2021-06-${10 + ((day + at) % 3)}` }
      }),
    ),
  )
  const list = listPage(tables)
  expect(list).toContain("The Big Ask: 9 so far.")
  const ways = [...list.matchAll(/<li><a href="#([^"]+)">([^<]+) <small>(\d+)<\/small>/g)]
  expect(ways.map(([, , name, many]) => `${name} ${many}`)).toEqual(["Friends 3", "Happiness &amp; home 3", "School 3"])
  const sections = ways.map(([, id]) => list.split(`<h2 id="${id}">`)[1]?.split("</section>")[0] ?? "")
  for (const [at, section] of sections.entries()) {
    const days = [...section.matchAll(/Released on (\d+) June/g)].map(([, day]) => Number(day))
    expect(days).toEqual([12, 11, 10])
    for (const table of tables)
      expect(section.includes(`<h3><a href="${addressesOf(table).page}">`)).toBe(
        table.dimensions[0]?.name === topics.toSorted()[at],
      )
  }
  expect(listPage(tables.slice(0, 6))).not.toContain("Topics")
  expect(listPage(tables.slice(0, 6)).match(/<h2><a /g)).toHaveLength(6)
})

test("few places are named in the page, and many in the notes alone", async () => {
  const one = await released({ ...byAge, geographies: publicationGeographies })
  const bubble = (page: string): string => page.split('class="bubble"')[1]?.split("</div>")[0] ?? ""
  expect(bubble(releasedPage(one))).toContain("England and 9 areas in it")
  expect(releasedPage(one)).toContain("<dd>England, North East, North West,")
  expect(listPage([one])).toContain("<p>England and 9 areas in it")
})

test("addresses are plain, and two certificates never share one", async () => {
  const one = await released(byAge)
  const other = { ...one, audit: `f${one.audit.slice(1)}` }
  expect(addressesOf(one).page).toMatch(/^hopes-for-the-future-by-age-[0-9a-f]{8}\.html$/)
  expect(addressesOf(other).page).not.toBe(addressesOf(one).page)
  expect(addressesOf({ ...one, title: `../${hostile}` }).csv).toMatch(/^[a-z0-9-]+\.csv$/)
})

describe("as the site looks", () => {
  test("its colours, light and dark", () => {
    const tokens = read("src/style/tokens.css")
    const block = (sheet: string): readonly string[] =>
      [...(/:root \{([^}]*)\}/.exec(sheet)?.[1] ?? "").matchAll(/(--[\w-]+): (#[0-9a-f]{3,6});/g)].map(
        ([, name, value]) => `${name}:${value}`,
      )
    const [light = "", dark = ""] = tokens.split("@media (prefers-color-scheme: dark)")
    expect(block(light).length).toBeGreaterThan(8)
    expect(style).toContain(`:root{${block(light).join(";")};`)
    expect(style).toContain(`{:root{${block(dark).join(";")}}}`)
  })

  test("its mark", () => {
    const strokes = (text: string) => [...text.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d)
    expect(strokes(mark.text)).toEqual(strokes(read("src/components/mark.tsx")))
    expect(strokes(mark.text).length).toBeGreaterThan(8)
  })
})
