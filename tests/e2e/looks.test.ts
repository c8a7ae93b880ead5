/** Large targets, an opt-out like any other option, strong contrast, a plain focus ring, room at 320 px, and nothing that moves. */
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { type FormId, formIds } from "../../policy/data/form-id.ts"
import { bandOf } from "../../src/components/band.ts"
import { journey } from "../../surveys/journey.ts"
import { askedForm, everyKindGiven } from "../support/e2e/child-answers.ts"
import { formsLookedAt, kindOf } from "../support/e2e/forms-looked-at.ts"
import { finger, swift } from "../support/e2e/hand.ts"
import {
  chosenBeforehand,
  faintTexts,
  type Ring,
  ringsOfFocus,
  targets,
  tooWide,
  unequalCards,
} from "../support/e2e/measures.ts"
import { phone, useSite } from "../support/e2e/site.ts"
import { sitePages } from "../support/e2e/site-pages.ts"
import { skipTo } from "../support/e2e/skip.ts"
import { arriveAt, atTheEnd, begin, give, type Walk } from "../support/e2e/walk.ts"

const site = useSite()
const isFull = process.env["FULL"] === "1"
const minute = 60_000
const leastContrast = 7

type Found = Record<string, readonly string[]>

/** The height below which a finger misses. */
const leastHeight = (id: FormId | undefined): number => (id !== undefined && bandOf[id].large ? 64 : 48)

const lowTargets = async (page: Page, id: FormId | undefined): Promise<readonly string[]> =>
  (await page.evaluate(targets))
    .filter(({ height }) => height < leastHeight(id))
    .map(({ what, height }) => `${what}: ${height} px`)

const inTheDark = async <A>(page: Page, look: () => Promise<A>): Promise<A> => {
  await page.emulateMedia({ colorScheme: "dark" })
  const found = await look()
  await page.emulateMedia({ colorScheme: "light" })
  return found
}

const contrast = async (page: Page, state: string, found: Found): Promise<void> => {
  found[`${state}: contrast`] = await page.evaluate(faintTexts, leastContrast)
  found[`${state}: contrast, dark`] = await inTheDark(page, () => page.evaluate(faintTexts, leastContrast))
}

const sizes = [
  { name: "320 px", width: 320, height: 640 },
  // A window of 1280 by 1024, zoomed to 400 %.
  { name: "400 %", width: 320, height: 256 },
  { name: "tablet", width: 768, height: 1024 },
]

const measure = async (page: Page, state: string, found: Found, id: FormId | undefined): Promise<void> => {
  found[`${state}: targets`] = await lowTargets(page, id)
  found[`${state}: cards`] = await page.evaluate(unequalCards)
  await contrast(page, state, found)
  for (const { name, ...size } of isFull || id === "6-8" ? sizes : sizes.slice(0, 1)) {
    await page.setViewportSize(size)
    found[`${state}: width at ${name}`] = await page.evaluate(tooWide)
    found[`${state}: cards at ${name}`] = await page.evaluate(unequalCards)
  }
  await page.setViewportSize(phone)
}

/** Two rows of buttons would leave too little room for the answers. */
const twoRows = (): readonly string[] => {
  const middles = [...document.querySelectorAll(".moving button")].map((each) => {
    const { top, bottom } = each.getBoundingClientRect()
    return Math.round((top + bottom) / 2)
  })
  return new Set(middles).size === 1 ? [] : [middles.join()]
}

const faulty = (found: Found) => Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))

test.for(formsLookedAt)(
  "%s: every kind of page, fresh and answered, light and dark, narrow and wide",
  { timeout: 2 * minute },
  async (id) => {
    const { page } = await site.visit({ reducedMotion: "reduce" })
    const walk: Walk = { page, hand: swift(page), form: askedForm(id) }
    const given = everyKindGiven(walk.form)
    const found: Found = {}
    const seen = new Set<string>()
    await page.goto(site.url(`/survey/${id}`))
    await measure(page, "start", found, id)
    await begin(walk, site.service().url)
    for (const stop of journey(walk.form, given).pages) {
      await arriveAt(walk, stop)
      const name = stop.questions.map(({ key }) => key).join()
      found[`${name}: Back and Next in two rows`] = await page.evaluate(twoRows)
      found[`${name}: chosen beforehand`] = await page.evaluate(chosenBeforehand)
      const isMeasured = isFull || stop.questions.some((question) => !seen.has(kindOf(question)))
      for (const question of stop.questions) seen.add(kindOf(question))
      if (isMeasured) await measure(page, name, found, id)
      for (const question of stop.questions) await give(walk, question, given[question.key])
      found[`${name}: answered, cards`] = await page.evaluate(unequalCards)
      if (isMeasured) await contrast(page, `${name}: answered`, found)
      await walk.hand.press("next")
    }
    await atTheEnd(walk)
    await measure(page, "end", found, id)
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(40)
    expect(faulty(found)).toEqual({})
  },
)

const endings = formsLookedAt.flatMap((id) => [`/finished/${id}`, `/stopped/${id}`])

test.for([...sitePages, ...endings])("%s: targets, contrast and width", async (path) => {
  const { page } = await site.stay({ reducedMotion: "reduce" })
  await page.goto(site.url(path))
  const found: Found = {}
  await measure(
    page,
    path,
    found,
    formIds.find((id) => path.endsWith(`/${id}`)),
  )
  expect(faulty(found)).toEqual({})
})

/** Every ring on the page: after a press of Tab, what has the focus shows it as it would by further presses. */
const rings = async (page: Page): Promise<readonly Ring[]> => {
  await page.keyboard.press("Tab")
  return page.evaluate(ringsOfFocus)
}

test.for(formsLookedAt)("%s: what has the focus is ringed, at least 3 px and 3:1", { timeout: minute }, async (id) => {
  const { page } = await site.visit({ reducedMotion: "reduce" })
  const walk: Walk = { page, hand: swift(page), form: askedForm(id) }
  const faint: Ring[] = []
  const look = async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme })
      const seen = await rings(page)
      expect(seen.length).toBeGreaterThan(4)
      faint.push(...seen.filter(({ width, contrast }) => width < 3 || contrast < 3))
    }
  }
  await begin(walk, site.service().url)
  await look()
  const { key } = walk.form.pages.flatMap(({ questions }) => questions).find(({ kind }) => kind === "text") ?? {}
  await skipTo(walk, { url: site.service().url, script: true }, {}, key)
  await look()
  await page.goto(site.url("/"))
  await look()
  expect(faint).toEqual([])
})

/** Shifts of the layout after a time of the page's clock that no key or finger caused. */
const shifts = (page: Page, since: number): Promise<number> =>
  page.evaluate(
    (since) =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const later = list.getEntries().filter(({ startTime }) => startTime > since)
          const moved = later.filter((each) => !("hadRecentInput" in each && each.hadRecentInput))
          if (moved.length > 0) resolve(moved.length)
        })
        observer.observe({ type: "layout-shift", buffered: true })
        setTimeout(() => resolve(0), 200)
      }),
    since,
  )

test.for(["4-5", "6-8", "easy-read-9-12"] as const)(
  "%s: nothing moves when the pictures come late",
  {
    timeout: minute,
  },
  async (id) => {
    const { page } = await site.visit()
    const late: (() => Promise<void>)[] = []
    let isHeldBack = true
    await page.route("**/pictures/**", (route) =>
      isHeldBack ? void late.push(() => route.continue()) : route.continue(),
    )
    const arrive = async () => {
      const before = await page.evaluate(() => document.documentElement.scrollHeight)
      await expect.poll(() => late.length).toBeGreaterThan(0)
      // The page itself may still have been coming.
      const since = await page.evaluate(() => performance.now())
      isHeldBack = false
      for (const come of late.splice(0)) await come()
      await page.waitForFunction(() =>
        [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
      )
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before)
      expect(await shifts(page, since)).toBe(0)
      isHeldBack = true
    }
    const walk: Walk = { page, hand: finger(page), form: askedForm(id) }
    await page.goto(site.url(`/survey/${id}`), { waitUntil: "commit" })
    await page.locator("button[value=start]").waitFor()
    await page.waitForTimeout(100)
    if (late.length > 0) await arrive()
    await walk.hand.press("start")
    await page.locator("fieldset.question").first().waitFor()
    await page.waitForTimeout(100)
    await arrive()
  },
)
