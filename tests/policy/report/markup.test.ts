/** Values in the page come out as text, each kind in one way, and an absent value as nothing. */
import { describe, expect, test } from "vitest"
import { escapeHtml } from "../../../policy/escape-html.ts"
import { entry, html, list, number, table } from "../../../policy/report/markup.ts"

test("each sign that HTML reads is written as text, and every other as it is", () => {
  expect(escapeHtml(`<a href="x">&'`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&#39;")
  expect(escapeHtml("plain, “quoted” – 10")).toBe("plain, “quoted” – 10")
})

describe("html", () => {
  test("escapes text that is put in, with its dates in words, and keeps markup", () => {
    expect(html`<p>${"a < b on 2026-11-02"}${html`<br>`}</p>`.text).toBe("<p>a &lt; b on 2 November 2026<br></p>")
  })

  test("joins a list without separators, and leaves out absent values", () => {
    expect(html`<p>${["a", html`<b>b</b>`, ["c"]]}${undefined}${false}.</p>`.text).toBe("<p>a<b>b</b>c.</p>")
  })

  test("keeps each part in its place", () => {
    expect(html`1${"a"}2${"b"}3`.text).toBe("1a2b3")
    expect(html`alone`.text).toBe("alone")
  })
})

test("a number carries its place in the twin", () => {
  expect(number("summary.rules", 26).text).toBe('<data value="26" data-at="summary.rules">26</data>')
})

describe("a term and its description", () => {
  test("stand together", () => {
    expect(entry("Law", "a", "b")?.text).toBe("<div><dt>Law</dt><dd>ab</dd></div>")
  })

  test("and not at all where there is nothing to say", () => {
    for (const nothing of [[], [undefined], [false], [undefined, false], [[]], [[undefined, [false]]]] as const)
      expect(entry("Law", ...nothing)).toBeUndefined()
  })

  test("but do where a value follows absent ones", () => {
    expect(entry("Law", undefined, "a")?.text).toContain("<dd>a</dd>")
    expect(entry("Law", false, ["a", undefined])?.text).toContain("<dd>a</dd>")
    expect(entry("Law", [undefined, html`<b></b>`])?.text).toContain("<dd><b></b></dd>")
  })
})

test("a list has an item for each, and is not there when it would be empty", () => {
  expect(list(["a", html`<b>b</b>`])?.text).toBe('<ul class=""><li>a</li><li><b>b</b></li></ul>')
  expect(list(["a"], "todo")?.text).toContain('<ul class="todo">')
  expect(list([])).toBeUndefined()
})

test("a table's rows begin with their heading, and each other cell knows its column", () => {
  const { text } = table(
    "What & where",
    ["Name", "Held", "Until"],
    [
      ["a", "b", "c"],
      ["d", html`<i>e</i>`, undefined],
    ],
  )
  expect(text).toContain('aria-label="What &amp; where"')
  expect(text).toContain("<caption>What &amp; where</caption>")
  expect([...text.matchAll(/<th scope="col"[^>]*>([^<]*)</g)].map(([, words]) => words)).toEqual([
    "Name",
    "Held",
    "Until",
  ])
  expect([...text.matchAll(/<th scope="row"[^>]*>([^<]*)</g)].map(([, words]) => words)).toEqual(["a", "d"])
  expect(
    [...text.matchAll(/data-column="([^"]*)">(.*?)<\/td>/g)].map(([, column, inside]) => [column, inside]),
  ).toEqual([
    ["Held", "b"],
    ["Until", "c"],
    ["Held", "<i>e</i>"],
    ["Until", ""],
  ])
  expect(text.match(/<tr /g)).toHaveLength(3)
  expect(text).toMatch(/<\/tr><tr /)
})
