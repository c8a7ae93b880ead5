/** The next child at the same tablet finds nothing of the one before: not by Back, not by history, not in any store. */
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { askedForm } from "../support/e2e/child-answers.ts"
import { swift } from "../support/e2e/hand.ts"
import { useSite, type Visit } from "../support/e2e/site.ts"
import { skipTo } from "../support/e2e/skip.ts"
import { arriveAt, begin, finish, type Walk, walkOn } from "../support/e2e/walk.ts"

const site = useSite()
const minute = 60_000
const form = askedForm("4-5")
const secret = "Something only this child would write"
const given = {
  "parent-hopes": ["love", "healthy"],
  "parent-hope-most": { text: secret },
  "likes-at-home": ["toys"],
  "wants-more-of": ["park"],
}
const ways = [
  { way: "with script", script: true },
  { way: "without script", script: false },
] as const

const walking = ({ page }: Pick<Visit, "page">): Walk => ({ page, hand: swift(page), form })

/** Ticks, words and sealed pages that a page shows or holds. */
const shown = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [
    ...[...document.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => `chosen: ${value}`),
    ...[...document.querySelectorAll<HTMLTextAreaElement>("textarea, input[type=text]")].flatMap(({ value }) =>
      value ? [`written: ${value}`] : [],
    ),
    ...[...document.querySelectorAll<HTMLInputElement>("#survey input[name=sealed]")].map(() => "a sealed page"),
  ])

interface Trail {
  readonly at: number
  readonly addresses: readonly string[]
}

const trail = async (page: Page): Promise<Trail> => {
  const devtools = await page.context().newCDPSession(page)
  const { currentIndex, entries } = await devtools.send("Page.getNavigationHistory")
  return { at: currentIndex, addresses: entries.map(({ url }) => url) }
}

/** Every place that Back leads to, to the very first. */
const everyBack = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = []
  while ((await trail(page)).at > 0) {
    // Where the page before cannot be had again, the browser says so on a page of its own.
    await page.goBack({ waitUntil: "load" }).catch(() => page.waitForLoadState())
    const held = await expect
      .poll(() => shown(page).catch(() => undefined))
      .toBeDefined()
      .then(() => shown(page))
    found.push(...held)
    if ((await page.content()).includes(secret)) found.push("the words themselves")
  }
  return found
}

describe.for(ways)("$way", ({ script }) => {
  test("after sending, Back shows no answer, however often", { timeout: minute }, async () => {
    const visit = await site.visit({ script })
    const walk = walking(visit)
    await visit.page.goto(site.url())
    await begin(walk, site.service().url)
    await walkOn(walk, given)
    await finish(walk)
    expect(await everyBack(visit.page)).toEqual([])
  })

  test("after stopping too", { timeout: minute }, async () => {
    const visit = await site.visit({ script })
    const walk = walking(visit)
    await visit.page.goto(site.url())
    await begin(walk, site.service().url)
    await walkOn(walk, given, 0, "likes-at-school")
    await walk.hand.press("stop")
    await walk.hand.press("clear")
    await visit.page.waitForURL("**/stopped/4-5")
    expect(await everyBack(visit.page)).toEqual([])
  })

  test("the next child begins afresh", { timeout: minute }, async () => {
    const visit = await site.visit({ script })
    const walk = walking(visit)
    await skipTo(walk, { url: site.service().url, script }, given)
    await finish(walk)
    await begin(walk, site.service().url)
    const [first] = form.pages
    await arriveAt(walk, { place: 0, section: "", questions: first?.questions ?? [] })
    expect((await shown(visit.page)).filter((each) => each !== "a sealed page")).toEqual([])
    expect(await visit.page.content()).not.toContain(secret)
  })

  test("our own Back shows a child their answers again", { timeout: minute }, async () => {
    const visit = await site.visit({ script })
    const walk = walking(visit)
    await begin(walk, site.service().url)
    await walkOn(walk, given, 0, "parent-help-most")
    await walk.hand.press("back")
    await visit.page.locator('[name="text.parent-hope-most"]').waitFor()
    expect(await shown(visit.page)).toContain(`written: ${secret}`)
    await walk.hand.press("back")
    await visit.page.locator('[name="q.parent-hopes"]').first().waitFor()
    expect(await shown(visit.page)).toEqual(expect.arrayContaining(["chosen: love", "chosen: healthy"]))
  })
})

test("with script a survey leaves one entry in the history: its end, in place of the first page", {
  timeout: minute,
}, async () => {
  const visit = await site.visit()
  const walk = walking(visit)
  await visit.page.goto(site.url())
  await skipTo(walk, { url: site.service().url, script: true }, given)
  await finish(walk)
  const { at, addresses } = await trail(visit.page)
  expect(addresses.slice(0, at + 1)).toEqual(["about:blank", site.url(), site.url("/finished/4-5")])
})

test("with script the browser's Back and Forward keep every answer, and Stop has a way back", {
  timeout: minute,
}, async () => {
  const { page, ...visit } = await site.visit()
  const walk = walking({ ...visit, page })
  await begin(walk, site.service().url)
  await walkOn(walk, given, 0, "parent-help-most")
  await page.evaluate(() => history.back())
  await page.locator('[name="text.parent-hope-most"]').waitFor()
  expect(await shown(page)).toEqual([`written: ${secret}`])
  await page.evaluate(() => history.back())
  await page.locator('[name="q.parent-hopes"]').first().waitFor()
  expect(await shown(page)).toEqual(["chosen: love", "chosen: healthy"])
  await page.evaluate(() => history.forward())
  await page.locator('[name="text.parent-hope-most"]').waitFor()
  await walk.hand.press("stop")
  await page.locator("[name=go][value=resume]").waitFor()
  expect(await page.content()).not.toContain(secret)
  await walk.hand.press("resume")
  await page.locator('[name="text.parent-hope-most"]').waitFor()
  expect(await shown(page)).toEqual([`written: ${secret}`])
  await page.locator(".hide").click()
  await page.waitForURL("**/times-tables")
  expect(await everyBack(page)).toEqual([])
})

test("a page that the browser kept alive and shows again is wiped at once, and asks nothing first", {
  timeout: minute,
}, async () => {
  const { page, ...visit } = await site.visit()
  const asked: string[] = []
  page.on("dialog", (dialog) => {
    asked.push(dialog.type())
    return dialog.dismiss()
  })
  const walk = walking({ ...visit, page })
  await skipTo(walk, { url: site.service().url, script: true }, given, "likes-at-school")
  await walk.hand.press("back")
  await page.locator('[name="q.likes-at-home"]').first().waitFor()
  const left = await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))
    return document.querySelectorAll("input:checked").length
  })
  expect(left).toBe(0)
  await page.locator("button[value=start]").waitFor()
  expect(await shown(page)).toEqual([])
  expect(asked).toEqual([])
})

test("leaving half-way by accident is asked about first", { timeout: minute }, async () => {
  const { page, ...visit } = await site.visit()
  const asked: string[] = []
  page.on("dialog", (dialog) => {
    asked.push(dialog.type())
    return dialog.accept()
  })
  const walk = walking({ ...visit, page })
  await begin(walk, site.service().url)
  await walkOn(walk, given, 0, "parent-hope-most")
  await page.goto(site.url())
  expect(asked).toEqual(["beforeunload"])
})

describe("headers", () => {
  const cacheOf = async (visit: Visit, path: string) => {
    const found = visit.watch.requests.findLast((each) => new URL(each.url()).pathname === path)
    const headers = await (await found?.response())?.allHeaders()
    return [headers?.["cache-control"], headers?.["clear-site-data"]]
  }

  test("a page that shows answers is never stored, and an ending clears the others", {
    timeout: minute,
  }, async () => {
    const visit = await site.visit({ script: false })
    const walk = walking(visit)
    await begin(walk, site.service().url)
    await walkOn(walk, given, 0, "parent-hope-most")
    expect(await cacheOf(visit, "/survey/4-5")).toEqual(["private, no-cache", undefined])
    await walk.hand.press("back")
    await visit.page.locator('[name="q.parent-hopes"]').first().waitFor()
    expect(await cacheOf(visit, "/survey/4-5")).toEqual(["no-store", undefined])
    await walk.hand.press("stop")
    await walk.hand.press("clear")
    await visit.page.waitForURL("**/stopped/4-5")
    expect(await cacheOf(visit, "/stopped/4-5")).toEqual(["no-store", '"cache"'])
    await visit.page.goto(site.url("/finished/4-5"))
    expect(await cacheOf(visit, "/finished/4-5")).toEqual(["no-store", '"cache"'])
  })
})
