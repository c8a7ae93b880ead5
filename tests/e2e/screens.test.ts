/** One thing a screen: on a child's phone Next is in view without scrolling, and no form is long. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
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
    await page.setContent(html.replace(/<style>[^<]*<\/style>/, () => `<style>${style}</style>`))
    const [height, next] = await page.evaluate(() => [
      document.documentElement.scrollHeight,
      document.querySelector("button.forward")?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY,
    ])
    screens.push({
      name: questions.map(({ key, rows = [] }) => [key, ...rows.map((row) => row.key)].join(".")).join(),
      kind: questions[0]?.kind ?? "",
      height: (height ?? 0) / phone.height,
      isNextInView: (next ?? 0) <= phone.height,
    })
  }
  await context.close()
  return screens
}

/** One thing to choose, and one way on: both are seen at once. */
const isSingle = (kind: string): boolean => kind === "grid" || kind === "choice"

test.each(forms)("form $id", { timeout: 120_000 }, async (form) => {
  const screens = await screensOf(form)
  const sum = screens.reduce((total, { height }) => total + height, 0)
  expect(screens.length).toBeLessThanOrEqual(mostPages)
  expect(sum).toBeLessThanOrEqual(mostHeight)
  expect(screens.filter(({ height }) => height > tallest)).toEqual([])
  expect(screens.filter(({ isNextInView }) => isNextInView).length).toBeGreaterThanOrEqual(screens.length * leastInView)
  expect(screens.filter(({ kind, height }) => isSingle(kind) && height > 1)).toEqual([])
})
