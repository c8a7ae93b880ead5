/** A child who cannot read hears each page: with script by buttons, a card by its own, and without script by players of the browser. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import type { Page } from "playwright-core"
import { afterAll, expect, test } from "vitest"
import { fileName, recordings } from "../../src/voice/texts.ts"
import { journey } from "../../surveys/journey.ts"
import { clipName, recordingName } from "../../surveys/recording-name.ts"
import { breaches } from "../support/e2e/axe.ts"
import { askedForm, everyKindGiven } from "../support/e2e/child-answers.ts"
import { swift } from "../support/e2e/hand.ts"
import { tooWide, unequalCards } from "../support/e2e/measures.ts"
import { scriptless } from "../support/e2e/scriptless.ts"
import { useSite } from "../support/e2e/site.ts"
import { arriveAt, begin, give, type Walk } from "../support/e2e/walk.ts"
import { request } from "../support/request.ts"
import { silence } from "../support/voice/silence.ts"

const dataDir = mkdtempSync(join(tmpdir(), "big-ask-voice-"))
const folder = join(dataDir, "released", "voice")
const form = askedForm("6-8")
const [first, second] = journey(form, {}).pages
const signed = second?.questions[0]?.ask ?? ""

mkdirSync(folder, { recursive: true })
for (const each of recordings())
  if (each.kind === "mp3" || each.name === clipName(form.id, signed))
    writeFileSync(join(folder, fileName(each)), silence)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const site = useSite({ dataDir })

const addressesPlayed = (page: Page): readonly string[] => {
  const played: string[] = []
  page.on("request", (each) => {
    const { pathname } = new URL(each.url())
    if (pathname.startsWith("/voice/")) played.push(pathname)
  })
  return played
}

const addressOf = (text: string): string => `/voice/${recordingName(text)}.mp3`

/** Whether this element is in the window, in whole. */
const isInView = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((each) => {
      const { top, bottom } = each.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })

test("with script a page is read in order and in view, and a card by its own button, which chooses nothing", async () => {
  const { page } = await site.visit()
  const walk: Walk = { page, hand: swift(page), form }
  const played = addressesPlayed(page)
  const given = everyKindGiven(form)
  await begin(walk, site.service().url)
  const stops = journey(form, given).pages
  const stop = stops.find(({ questions }) => questions.some(({ key }) => key === "hopes"))
  for (const each of stops) {
    if (each === stop) break
    await arriveAt(walk, each)
    await walk.hand.press("next")
  }
  if (stop === undefined) throw new Error("the form asks for no hopes")
  await arriveAt(walk, stop)
  const [question] = stop.questions
  const options = question?.options ?? []
  expect(await page.locator(".card .hear").count()).toBe(await page.locator(".card").count())
  expect(await page.evaluate(unequalCards)).toEqual([])
  expect(await page.evaluate(tooWide)).toEqual([])
  const last = options.at(-1)?.words ?? ""
  const hear = page.locator(".card", { hasText: last }).locator(".hear")
  await hear.scrollIntoViewIfNeeded()
  const { width, height } = (await hear.boundingBox()) ?? { width: 0, height: 0 }
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(48)
  await hear.click()
  await expect.poll(() => played).toEqual([addressOf(last)])
  expect(await page.locator("input:checked").count()).toBe(0)
  await page.locator("fieldset .read").click()
  await expect.poll(() => played[1]).toBe(addressOf(question?.ask ?? ""))
  await expect.poll(() => played.length, { timeout: 10_000 }).toBeGreaterThan(4)
  const words = [question?.ask, question?.hint, ...options.map((each) => each.words)]
  const inOrder = words.flatMap((each) => (each ? [addressOf(each)] : []))
  expect(inOrder.join()).toContain(played.slice(1).join())
  expect(await page.locator(".spoken").count()).toBe(1)
  expect(await isInView(page, ".spoken")).toBe(true)
  await page.locator("fieldset .read").click()
  expect(await page.locator(".spoken").count()).toBe(0)
})

test("a clip in sign language is on its own page and on no other", async () => {
  const { page } = await site.visit()
  const walk: Walk = { page, hand: swift(page), form }
  await begin(walk, site.service().url)
  if (first === undefined || second === undefined) throw new Error("the form has fewer than two pages")
  await arriveAt(walk, first)
  expect(await page.locator(".signed").count()).toBe(0)
  await walk.hand.press("next")
  await arriveAt(walk, second)
  expect(await page.locator(".signed video").getAttribute("src")).toBe(`/voice/${clipName(form.id, signed)}.mp4`)
  for (const question of second.questions) await give(walk, question, everyKindGiven(form)[question.key])
  await walk.hand.press("next")
  await page.waitForFunction(() => document.querySelector(".signed") === null)
})

test("without script each page has players of its own, none is over 14 kB, and nothing loads before it is played", async () => {
  const given = everyKindGiven(form)
  const pages = await scriptless(site.service().url, form).walk(given)
  const mute = pages.filter(({ text }) => !/<audio [^>]*preload="none"[^>]*src="\/voice\/[0-9a-z]{11}\.mp3"/.test(text))
  expect(mute.map(({ text }) => text.slice(0, 60))).toEqual([])
  expect(Math.max(...pages.map(({ text }) => gzipSync(text).length))).toBeLessThanOrEqual(14_000)
  expect(pages.filter(({ text }) => text.includes("<video"))).toHaveLength(1)
  const { page } = await site.visit({ script: false, bypassCSP: true })
  const played = addressesPlayed(page)
  for (const path of ["/", "/survey/easy-read-9-12", "/finished/6-8", "/stopped/6-8"]) {
    await page.goto(site.url(path))
    await page.locator(".listen summary").first().click()
    expect(await page.locator("audio").count(), path).toBeGreaterThan(2)
    expect(await page.evaluate(tooWide), path).toEqual([])
  }
  expect(played).toEqual([])
})

test("axe finds nothing on pages that can be heard", async () => {
  const { page } = await site.visit({ bypassCSP: true })
  const walk: Walk = { page, hand: swift(page), form }
  await page.goto(site.url("/"))
  await page.locator(".listen summary").click()
  expect(await breaches(page)).toEqual([])
  await begin(walk, site.service().url)
  expect(await breaches(page)).toEqual([])
})

test("the service answers for a recording and for nothing near it", async () => {
  const { url } = site.service()
  const address = addressOf(signed)
  expect((await request(url, { path: address })).status).toBe(200)
  expect((await request(url, { path: address, headers: { range: "bytes=0-1" } })).status).toBe(206)
  for (const path of ["/voice", "/voice/", "/voice/%2e%2e/voice", `${address}/x`, "/released/voice/"])
    expect((await request(url, { path })).status, path).toBe(404)
})
