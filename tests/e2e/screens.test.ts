/** One thing a screen: on a child's phone Next is in view without scrolling, and no form is long. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import type { Browser } from "playwright-core"
import { beforeAll, beforeEach, expect, test } from "vitest"
import { root } from "../../src/launcher/set-up.mjs"
import { surveyPage } from "../../src/pages/survey.tsx"
import { displayForm } from "../../surveys/display-form.ts"
import { forms } from "../../surveys/forms.ts"
import { sharedBrowser } from "../support/browser.ts"
import { phone } from "../support/e2e/site.ts"

const mostPages = 36
const mostHeight = 40
const tallest = 2.4
const leastInView = 0.95

/** As `style.ts` joins them: a test runner leaves inlined styles empty. */
const styles = ["tokens", "base", "notice", "survey", "cards", "rows", "writing", "easy-read", "wide-survey"]
const style = styles.map((name) => readFileSync(join(root, `src/style/${name}.css`), "utf8")).join("\n")

let browser: Browser | string
beforeAll(async () => {
  browser = await sharedBrowser()
}, 180_000)
beforeEach(({ skip }) => {
  if (typeof browser === "string") skip(browser)
})

interface Screen {
  readonly name: string
  readonly kind: string
  /** In screens of a phone. */
  readonly height: number
  readonly isNextInView: boolean
  /** Of the page with its style, compressed, in kilobytes. */
  readonly weight: number
}

/** One thing to choose, and one way on: both are seen at once. */
const isSingle = ({ kind }: Screen): boolean => kind === "grid" || kind === "choice"

/** One line a form, for the notes of a release. */
const table = (id: string, screens: readonly Screen[]): string => {
  const most = (of: (screen: Screen) => number, among = screens) => Math.max(0, ...among.map(of)).toFixed(2)
  const height = screens.reduce((sum, screen) => sum + screen.height, 0).toFixed(1)
  const inView = screens.filter(({ isNextInView }) => isNextInView).length
  return [
    `${id}: ${screens.length} pages, ${height} screens, tallest ${most((each) => each.height)}`,
    `tallest single choice ${most((each) => each.height, screens.filter(isSingle))}`,
    `Next in view on ${inView}, heaviest page ${most((each) => each.weight)} kB\n`,
  ].join(", ")
}

/** Each page as the server renders it, without the server: pictures have their size before they come. */
const screensOf = async (form: (typeof forms)[number]): Promise<readonly Screen[]> => {
  if (typeof browser === "string") return []
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false })
  const page = await context.newPage()
  const display = displayForm(form)
  const screens: Screen[] = []
  for (const [place, { section, questions }] of display.pages.entries()) {
    const view = { at: "question", stop: { place, section, questions }, answers: {} } as const
    const html = surveyPage({ form, display, view, mode: "live" })
    const styled = html.replace(/<style>[^<]*<\/style>/, () => `<style>${style}</style>`)
    await page.setContent(styled)
    const [height, next] = await page.evaluate(() => [
      document.documentElement.scrollHeight,
      document.querySelector("button.forward")?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY,
    ])
    screens.push({
      name: questions.map(({ key, rows = [] }) => [key, ...rows.map((row) => row.key)].join(".")).join(),
      kind: questions[0]?.kind ?? "",
      height: (height ?? 0) / phone.height,
      isNextInView: (next ?? 0) <= phone.height,
      weight: gzipSync(styled).length / 1024,
    })
  }
  await context.close()
  return screens
}

test.each(forms)("form $id", { timeout: 120_000 }, async (form) => {
  const screens = await screensOf(form)
  process.stdout.write(table(form.id, screens))
  const sum = screens.reduce((total, { height }) => total + height, 0)
  expect(screens.length).toBeLessThanOrEqual(mostPages)
  expect(sum).toBeLessThanOrEqual(mostHeight)
  expect(screens.filter(({ height }) => height > tallest)).toEqual([])
  expect(screens.filter(({ isNextInView }) => isNextInView).length).toBeGreaterThanOrEqual(screens.length * leastInView)
  expect(screens.filter((screen) => isSingle(screen) && screen.height > 1)).toEqual([])
})
