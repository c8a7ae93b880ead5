/** A released table in a real browser: no breach of WCAG 2.2 AA, and nothing cut off, on a phone, on a desk and in the dark. */
import { AxeBuilder } from "@axe-core/playwright"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { listPage } from "../../src/released/list.ts"
import { releasedPage } from "../../src/released/page.ts"
import { byAgeAndRegion, byHope, released } from "../released/made.ts"
import { launchBrowser } from "../support/browser.ts"
import { faintTexts, targets, tooWide } from "./measures.ts"

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
let browser: Browser | string

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(async () => {
  if (typeof browser !== "string") await browser.close()
})

const looks = [
  [360, "light"],
  [1200, "dark"],
] as const

test.for(looks)("axe finds nothing and nothing sticks out: %i wide, %s", async ([width, colorScheme], context) => {
  if (typeof browser === "string") {
    console.warn(browser)
    return context.skip(browser)
  }
  const table = await released(byAgeAndRegion)
  const pages = [
    { html: releasedPage(table), bars: 54 },
    { html: listPage([table, await released(byHope)]), bars: 0 },
  ]
  for (const { html, bars } of pages) {
    const within = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
    const page = await within.newPage()
    await page.setContent(html)
    await page.evaluate(() => {
      for (const each of document.querySelectorAll("details")) each.open = true
    })
    expect(await page.evaluate(tooWide)).toEqual([])
    expect(await page.evaluate(faintTexts, 7)).toEqual([])
    expect((await page.evaluate(targets)).filter(({ height }) => height < 48)).toEqual([])
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll(".bars text")].flatMap((each) => {
        const right = each.closest("svg")?.getBoundingClientRect().right ?? 0
        return each.getBoundingClientRect().right > right + 0.5 ? [each.textContent] : []
      }),
    )
    expect(cut).toEqual([])
    expect(await page.locator(".bars text").count()).toBe(bars)
    await within.close()
  }
})
