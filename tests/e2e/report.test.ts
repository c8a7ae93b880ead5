/** The report in a real browser: no breach of WCAG 2.2 AA, nothing cut off on a phone, at twice the size or on A4. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, type TestContext, test } from "vitest"
import { reportHtml } from "../../policy/report/html.ts"
import { sharedBrowser } from "../support/browser.ts"
import { breaches } from "../support/e2e/axe.ts"
import { recorded } from "../support/policy/dpia/recorded.ts"
import { evidence, made } from "../support/policy/report/made.ts"

const folder = mkdtempSync(join(tmpdir(), "big-ask-report-"))
const broken = made({}, [{ store: "collection", table: "response", column: "at" }])
const pages = {
  rehearsal: reportHtml(made()),
  broken: reportHtml(broken),
  recorded: reportHtml(made({ deployment: recorded })),
  bare: reportHtml(
    made({ ...evidence, results: {}, store: { read: false, because: "there is no collection here yet" } }),
  ),
}

let browser: Browser | string

beforeAll(async () => {
  for (const [name, page] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), page)
  browser = await sharedBrowser()
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const shown = async (context: TestContext, name: keyof typeof pages, width: number): Promise<Page> => {
  if (typeof browser === "string") {
    console.warn(browser)
    return context.skip(browser)
  }
  const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage()
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href)
  return page
}

/** How far anything reaches beyond the page, in pixels; a drawing that is moved within its own frame stays whole. */
const beyond = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const seen = [...document.querySelectorAll("*")].filter((each) => each.closest("figure.wide > *") === null)
    return Math.max(...seen.map((each) => each.getBoundingClientRect().right - innerWidth))
  })

type Look = readonly [name: keyof typeof pages, width: number]
const looks: readonly Look[] = [
  ["rehearsal", 360],
  ["broken", 1280],
]
const everyLook = Object.keys(pages).flatMap((name) => [[name, 1280] as Look, [name, 360] as Look])

test.for(process.env["FULL"] === "1" ? everyLook : looks)(
  "axe finds nothing in it: %s, %i wide",
  async ([name, width], context) => {
    const page = await shown(context, name, width)
    expect(await breaches(page)).toEqual([])
    await page.context().close()
  },
)

test("nothing is cut off on a phone, nor at twice the size on a small screen", async (context) => {
  for (const width of [360, 320]) {
    const page = await shown(context, "broken", width)
    expect(await beyond(page)).toBeLessThan(1)
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"))
    expect(await beyond(page)).toBeLessThan(1)
    await page.context().close()
  }
})

test("on A4 it keeps within the sheet, and a rule's block is not torn", async (context) => {
  // A4 less its margins, at the 96 pixels an inch of print.
  const page = await shown(context, "rehearsal", Math.floor(((210 - 30) / 25.4) * 96))
  await page.emulateMedia({ media: "print" })
  expect(await beyond(page)).toBeLessThan(1)
  expect(
    await page.evaluate(() => getComputedStyle(document.querySelector("article") ?? document.body).breakInside),
  ).toBe("avoid")
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true })
  expect(pdf.length).toBeGreaterThan(50_000)
  await page.context().close()
})
