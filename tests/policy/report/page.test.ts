/** The page needs nothing but itself, reads well aloud, and tells no status by colour alone. */

import { describe, expect, test } from "vitest"
import { findingIds } from "../../../policy/dpia/findings/finding-id.ts"
import { hostsNamedIn } from "../../../policy/facts/served-site.ts"
import { datesInWords } from "../../../policy/report/dates.ts"
import { reportHtml } from "../../../policy/report/html.ts"
import { html } from "../../../policy/report/markup.ts"
import { style } from "../../../policy/report/style.ts"
import { recorded } from "../../support/policy/dpia/recorded.ts"
import { made } from "../../support/policy/report/made.ts"
import { plain } from "../../support/policy/report/read.ts"

const report = made()
const page = (): string => reportHtml(report)
const body = (): string => page().replace(/<style>[\s\S]*?<\/style>/, "")
const all = (pattern: RegExp, text = body()): readonly RegExpMatchArray[] => [...text.matchAll(pattern)]

test("nothing is run and nothing is fetched", () => {
  expect(page()).not.toMatch(/<script|javascript:|\son[a-z]+=|<link|<img|<iframe|@import|url\(|src=/i)
  expect(hostsNamedIn(page())).toEqual([])
  expect(page()).toContain("default-src 'none'")
})

test("its head says of what it is, by whom, when it was made, and from which code", () => {
  const head = (change: Partial<typeof report>) =>
    plain(/<header>[\s\S]*?<\/header>/.exec(reportHtml({ ...report, ...change }))?.[0] ?? "")
  const build = { commit: "c0ffee", clean: true, lockfile: "10ccf11e", files: 7, digest: "d19e57" }
  const told = head({ controller: "The Controller", madeOn: "2026-11-22", mode: "live", dpiaVersion: "d1a", build })
  expect(told).toContain("The Controller The Big Ask: how the DPIA is kept")
  expect(told).toContain(
    "Made on22 November 2026 Ofthe live DPIAversion d1a Codedigest d19e57 of 7 files; commit c0ffee Packageslockfile 10ccf11e",
  )
  expect(head({ build: { ...build, clean: false } })).toContain("c0ffee, with changes that no commit holds Packages")
  expect(plain(page())).toContain(`shows all ${report.summary.rules} rules.`)
})

test("the contents name each part of the page once, in its order", () => {
  const named = all(/<li><a href="#([a-z-]+)">([^<]+)<\/a><\/li>/g)
  expect(named).toHaveLength(27)
  const headings = all(/<h2 id="([a-z-]+)"[^>]*>/g).map(([, id]) => id)
  expect(headings.filter((id) => named.some(([, to]) => to === id))).toEqual(named.map(([, to]) => to))
})

test("its style is in it as it is written, and once", () => {
  expect(page().split(style)).toHaveLength(2)
  expect(page()).not.toContain("STYLE")
})

test("headings go down one step at a time, and begin with the one title", () => {
  const levels = all(/<h([1-6])[\s>]/g).map(([, level]) => Number(level))
  expect(levels[0]).toBe(1)
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 1)).toBeLessThanOrEqual(1)
})

test("every table has its caption, and every heading of it its scope", () => {
  const tables = all(/<table role="table">([\s\S]*?)<\/table>/g)
  expect(tables.length).toBeGreaterThan(4)
  for (const [, inside = ""] of tables) {
    expect(inside.trim()).toMatch(/^<caption>[^<]+<\/caption>/)
    expect(all(/<th(?![a-z])/g, inside)).toHaveLength(
      all(/<th scope="(?:col" role="columnheader|row" role="rowheader)">/g, inside).length,
    )
  }
})

test("every link leads to a place on the page, and every place is named once", () => {
  const ids = all(/\sid="([^"]+)"/g).map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(all(/href="([^"]+)"/g).filter(([, to = ""]) => !ids.includes(to.slice(1)))).toEqual([])
})

test("a status has its words, and a sign that is not read aloud", () => {
  const badges = all(/<span class="status [a-z]+"><span aria-hidden="true">(.)<\/span> ([^<]+)<\/span>/g)
  expect(badges.length).toBe(all(/class="status /g).length)
  expect(badges.length).toBeGreaterThan(26 * 2)
  const signs = new Map(badges.map(([, sign, words]) => [words, sign]))
  expect(signs.get("Needs a decision")).not.toBe(signs.get("Not checked"))
})

test("every rule and every finding is on it, each with the DPIA's own words", () => {
  const read = body()
  for (const { id, quote, statement } of report.rules) {
    expect(read).toContain(`id="${id}"`)
    expect(read).toContain(html`${statement}`.text)
    expect(read).toContain(html`“${quote}”`.text)
  }
  for (const { id } of report.findings) expect(read).toContain(`id="${id}"`)
  expect(report.findings).toHaveLength(findingIds.length)
})

describe("dates", () => {
  test.for([
    ["2026-11-22", "22 November 2026"],
    ["on 2027-01-04 and 2027-02-03.", "on 4 January 2027 and 3 February 2027."],
    ["2026-11-22T15:04:05.678Z", "22 November 2026"],
    ["2026-11-22T15:04:05Z, then", "22 November 2026, then"],
    ["2026-11-22T15:04Z.", "22 November 2026."],
    ["2026-11-22T15:04+01:00.", "22 November 2026."],
    ["2026-11-22T15:04:05-05:30.", "22 November 2026."],
    ["2026-11-22T15:04:05 there", "22 November 2026 there"],
    ["an impossible day 2026-11-221", "an impossible day 2026-11-221"],
    ["x2026-11-22 and 2026-11-22-1", "x2026-11-22 and 2026-11-22-1"],
    ["e11d76fc01cd, 10-20-30, 1234-56", "e11d76fc01cd, 10-20-30, 1234-56"],
  ] as const)("%s is read as %s", ([written, read]) => {
    expect(datesInWords(written)).toBe(read)
  })

  test("no date on the page is in figures", () => {
    for (const each of [page(), reportHtml(made({ deployment: recorded }))])
      expect(each.match(/\d{4}-\d{2}-\d{2}/g)).toBeNull()
  })
})

test("whatever is written in a record is text, and never markup", () => {
  const hostile = "<script>alert(\"x\")</script> & 'co'"
  const decisions = recorded.decisions.map((each) => ({ ...each, decision: hostile, on: "2020-01-04" }))
  const told = reportHtml(
    made({
      deployment: { ...recorded, decisions, contacts: { controller: { name: hostile, page: "https://c.example" } } },
    }),
  )
  expect(told).not.toContain("<script")
  expect(told).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;co&#39;")
})
