/** A released table in a real browser: no breach of WCAG 2.2 AA, and nothing cut off, on a phone, on a desk, in the dark and on paper. */
import type { Browser } from "playwright-core"
import { beforeAll, expect, test } from "vitest"
import { publicationGeographies } from "../../policy/release/table.ts"
import { listPage } from "../../src/tables/site/list-page.ts"
import { notFoundPage } from "../../src/tables/site/not-found-page.ts"
import { releasedPage } from "../../src/tables/site/table-page.ts"
import { sharedBrowser } from "../support/browser.ts"
import { breaches } from "../support/e2e/axe.ts"
import { faintTexts, targets, tooWide } from "../support/e2e/measures.ts"
import { byAgeAndRegion, byHope, released, tableOf } from "../support/tables/site/released-tables.ts"

let browser: Browser | string

beforeAll(async () => {
  browser = await sharedBrowser()
})

/** As many columns as there are regions, and counts as long as they can be. */
const broad = tableOf(
  "What matters most, by region",
  [
    { name: "What matters most", categories: ["Being treated fairly, wherever I come from", "Friends", "Total"] },
    { name: "Region", categories: [...publicationGeographies.slice(1), "Total"] },
  ],
  ([row, place]) => ({
    count: (row === "Total" ? 2 : 1) * (place === "Total" ? 274_500 : 30_500),
    published: row === "Total" || place !== "E12000003",
  }),
)

const pagesOf = async () => {
  const [large, small, wide] = [await released(byAgeAndRegion), await released(byHope), await released(broad)]
  const many = Array.from({ length: 8 }, (_, at) => ({
    ...small,
    title: `${small.title} ${at}`,
    audit: `${at}${small.audit}`,
  }))
  return {
    large: { html: releasedPage(large), bars: 54 },
    /** Of one region every number is withheld. */
    broad: { html: releasedPage(wide), bars: 18 },
    list: { html: listPage([large, wide, ...many]), bars: 0 },
    gone: { html: notFoundPage("/tables/"), bars: 0 },
  }
}

/** Axe takes its time, and looks at each page once. */
const looks = [
  [360, "light", ["large", "list"]],
  [768, "dark", []],
  [1280, "dark", ["broad", "gone"]],
] as const

test.for(looks)(
  "axe finds nothing and nothing sticks out: %i wide, %s",
  async ([width, colorScheme, axed], context) => {
    if (typeof browser === "string") {
      console.warn(browser)
      return context.skip(browser)
    }
    const within = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
    for (const [name, { html, bars }] of Object.entries(await pagesOf())) {
      const page = await within.newPage()
      await page.setContent(html)
      await page.evaluate(() => {
        for (const each of document.querySelectorAll("details")) each.open = true
      })
      expect(await page.evaluate(tooWide)).toEqual([])
      expect(await page.evaluate(faintTexts, 7)).toEqual([])
      expect((await page.evaluate(targets)).filter(({ height }) => height < 48)).toEqual([])
      if (axed.some((each) => each === name)) expect(await breaches(page)).toEqual([])
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll(".bars text")].flatMap((each) => {
          const right = each.closest("svg")?.getBoundingClientRect().right ?? 0
          return each.getBoundingClientRect().right > right + 0.5 ? [each.textContent] : []
        }),
      )
      expect(cut).toEqual([])
      expect(await page.locator(".bars text").count()).toBe(bars)
      const names = await page.evaluate(() =>
        [...document.querySelectorAll("[aria-label]")].map((each) => each.getAttribute("aria-label")?.length ?? 0),
      )
      expect(Math.max(...names)).toBeLessThan(600)
      await page.close()
    }
    await within.close()
  },
)

/** Of A4 within its margins. */
const paper = 703

test("on paper nothing is cut off, and the first mark leads to what it means", async (context) => {
  if (typeof browser === "string") {
    console.warn(browser)
    return context.skip(browser)
  }
  const { large, broad: wide } = await pagesOf()
  const page = await browser.newPage({ viewport: { width: paper, height: 1000 } })
  for (const { html } of [large, wide]) {
    await page.setContent(html)
    await page.emulateMedia({ media: "print" })
    expect(await page.evaluate(tooWide)).toEqual([])
    const hidden = await page.evaluate(
      () => [...document.querySelectorAll("table")].filter((each) => !each.checkVisibility()).length,
    )
    expect(hidden).toBe(0)
  }
  await page.emulateMedia({ media: "screen" })
  await page.locator(".mark-note").first().click()
  expect(await page.locator(":target h2").textContent()).toBe("What [c] means")
  await page.close()
})
