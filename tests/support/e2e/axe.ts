/** Runs axe inside a page, and lists what breaks WCAG 2.2 AA or a best practice that axe knows. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"

export const everyRule = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}

/** A look changes colours and sizes and no element: the other rules of axe read the same page again. */
export const rulesOfLook = { type: "rule", values: ["color-contrast", "link-in-text-block"] }
export const rulesOfLinks = { type: "rule", values: ["link-in-text-block"] }
/** A window of another width moves and covers, and hides what a wider one shows. */
export const rulesOfSize = {
  type: "rule",
  values: ["target-size", "scrollable-region-focusable", "css-orientation-lock"],
}

const itsPackage = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"))
const script = readFileSync(itsPackage.resolve("axe-core/axe.min.js"), "utf8")

/** Put into each page once, and run there directly, which takes a quarter of the time that its package takes. */
const withAxe = async (page: Page): Promise<void> => {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(script)
}

interface Axe {
  readonly run: (at: Document, options: object) => Promise<AxeResults>
}

type AxeResults = Awaited<ReturnType<AxeBuilder["analyze"]>>

export const breaches = async (page: Page, rules = everyRule): Promise<readonly string[]> => {
  await withAxe(page)
  return page.evaluate(async (runOnly) => {
    // At rest at once: a browser that paints nothing for a while would keep a wait for their end waiting for ever.
    for (const each of document.getAnimations()) if (each.effect?.getTiming().iterations !== Infinity) each.finish()
    // A bar that sticks covers what has been scrolled under it, and axe does not scroll: here it takes its place in the page.
    const sticking = [...document.querySelectorAll<HTMLElement>("*")].filter(
      (each) => getComputedStyle(each).position === "sticky",
    )
    for (const { style } of sticking) style.position = "static"
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run(document, { resultTypes: ["violations"], runOnly })
    for (const { style } of sticking) style.removeProperty("position")
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  }, rules)
}
