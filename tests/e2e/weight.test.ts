/** What a child's page weighs on its way, counted by the browser: the page, its pictures, the one script, and nobody else. */
import { readdirSync, readFileSync } from "node:fs"
import type { IncomingHttpHeaders } from "node:http"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { formIds } from "../../policy/data/form-id.ts"
import { root } from "../../src/launcher/set-up.mjs"
import { journey } from "../../surveys/journey.ts"
import { askedForm, everyKindGiven } from "../support/e2e/child-answers.ts"
import { formsLookedAt } from "../support/e2e/forms-looked-at.ts"
import { finger, swift } from "../support/e2e/hand.ts"
import { scriptless } from "../support/e2e/scriptless.ts"
import { useSite } from "../support/e2e/site.ts"
import { arriveAt, begin, give, type Walk } from "../support/e2e/walk.ts"
import { request } from "../support/request.ts"

const site = useSite()
const isFull = process.env["FULL"] === "1"
const minute = 60_000
const kilobyte = 1_000
const mostHtml = 14 * kilobyte
const mostPictures = 40 * kilobyte
const mostScript = 20 * kilobyte

interface Weighed {
  readonly type: string
  readonly path: string
  /** Bytes as they came, headers included. */
  readonly bytes: number
}

/** Everything that comes, in order; nothing comes from the browser's own cache. */
const scales = async (page: Page): Promise<{ readonly take: () => readonly Weighed[] }> => {
  const devtools = await page.context().newCDPSession(page)
  const types = new Map<string, { readonly type: string; readonly path: string }>()
  let came: Weighed[] = []
  devtools.on("Network.responseReceived", ({ requestId, type, response }) => {
    types.set(requestId, { type, path: new URL(response.url).pathname })
  })
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const known = types.get(requestId)
    if (known) came.push({ ...known, bytes: encodedDataLength })
  })
  await devtools.send("Network.enable")
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true })
  return {
    take: () => {
      const taken = came
      came = []
      return taken
    },
  }
}

const headersOf = (headers: IncomingHttpHeaders): number =>
  Object.entries(headers).reduce((sum, [name, value]) => sum + `${name}: ${value}\r\n`.length, 0)

const pictureWeights = new Map<string, Promise<number>>()

const weighPicture = async (path: string): Promise<number> => {
  const { status, headers, text } = await request(site.service().url, { path })
  expect(status).toBe(200)
  return gzipSync(text).length + headersOf(headers)
}

const pictureWeight = (path: string): Promise<number> => {
  const weight = pictureWeights.get(path) ?? weighPicture(path)
  pictureWeights.set(path, weight)
  return weight
}

const sum = (all: readonly Weighed[], type: string): number =>
  all.filter((each) => each.type === type).reduce((total, { bytes }) => total + bytes, 0)

/** Asked from here: a page without script cannot wait by itself. */
const picturesAreThere = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => [...document.images].filter(({ complete }) => !complete).length), {
      timeout: 10_000,
    })
    .toBe(0)

test.for(formIds)("%s: no page of a whole survey is over 14 kB, nor its pictures over 40 kB", async (id) => {
  const form = askedForm(id)
  const pages = await scriptless(site.service().url, form).walk(everyKindGiven(form))
  expect(pages.length).toBeGreaterThan(form.pages.length / 2)
  const heavy: string[] = []
  for (const { text, headers } of pages) {
    const html = gzipSync(text).length + headersOf(headers)
    const sources = new Set([...text.matchAll(/<img[^>]* src="([^"]+)"/g)].map(([, source = ""]) => source))
    const pictures = (await Promise.all([...sources].map(pictureWeight))).reduce((sum, bytes) => sum + bytes, 0)
    if (html > mostHtml || pictures > mostPictures) heavy.push(`${html} and ${pictures} bytes: ${text.slice(0, 80)}`)
  }
  expect(heavy).toEqual([])
})

test.for(isFull ? formsLookedAt : (["6-8"] as const))(
  "%s in a browser: each page at most 14 kB, and its pictures 40 kB more",
  { timeout: 2 * minute },
  async (id) => {
    const { page } = await site.visit({ script: false })
    const walk: Walk = { page, hand: finger(page), form: askedForm(id) }
    const given = everyKindGiven(walk.form)
    const scale = await scales(page)
    const heavy: string[] = []
    const weigh = async (name: string): Promise<void> => {
      await picturesAreThere(page)
      const came = scale.take()
      const [html, pictures] = [sum(came, "Document"), sum(came, "Image")]
      expect(html).toBeGreaterThan(kilobyte)
      if (html > mostHtml || pictures > mostPictures) heavy.push(`${name}: ${html} and ${pictures} bytes`)
      expect(came.filter(({ type }) => !["Document", "Image", "Other"].includes(type))).toEqual([])
    }
    await page.goto(site.url("/"))
    await weigh("the landing page")
    await page.goto(site.url(`/survey/${id}`))
    await weigh("the start")
    await page.locator("button[value=start]").click()
    for (const stop of journey(walk.form, given).pages) {
      await arriveAt(walk, stop)
      await weigh(stop.questions.map(({ key }) => key).join())
      const setting = stop.questions.find(({ characteristic }) => characteristic === "setting")
      if (setting) await give(walk, setting, given[setting.key])
      await walk.hand.press("next")
    }
    expect(heavy).toEqual([])
  },
)

test.for(formsLookedAt)(
  "%s with script: one script of at most 20 kB, then only pictures, until it is sent",
  {
    timeout: minute,
  },
  async (id) => {
    const { page } = await site.visit()
    const walk: Walk = { page, hand: swift(page), form: askedForm(id) }
    const scale = await scales(page)
    await begin(walk, site.service().url)
    await page.waitForLoadState("networkidle")
    const first = scale.take()
    const scripts = first.filter(({ type }) => type === "Script")
    expect(scripts).toHaveLength(1)
    expect(sum(first, "Script")).toBeLessThanOrEqual(mostScript)
    expect(sum(first, "Document")).toBeLessThanOrEqual(mostHtml)
    for (let presses = 0; presses < 5; presses++) {
      await walk.hand.press("next")
      await picturesAreThere(page)
    }
    expect(scale.take().filter(({ type }) => type !== "Image")).toEqual([])
  },
)

test("the page has one script, deferred, without Effect", async () => {
  const assets = join(root, ".output", "public", "_build", "assets")
  const all = readdirSync(assets).filter((name) => name.endsWith(".js"))
  // The work of a busy network, class mode, and what its library would ask of Node: each is loaded only there.
  const scripts = all.filter((name) => !/^(?:work|class-mode|__vite-browser-external)-/.test(name))
  expect([scripts.length, all.length]).toEqual([1, 4])
  const text = scripts.map((name) => readFileSync(join(assets, name), "utf8")).join("")
  expect(gzipSync(text).length).toBeLessThanOrEqual(mostScript)
  // What Effect names itself by at run time, whatever a minifier has made of the rest.
  expect(text).not.toMatch(/effect\/(Effect|Schema|Context|Layer|Cause|Runtime)|~effect\//)
  const { page } = await site.visit()
  await page.goto(site.url("/survey/9-12"))
  const tags = await page.evaluate(() =>
    [...document.scripts].filter(({ type }) => type !== "application/json").map(({ type, src }) => ({ type, src })),
  )
  expect(tags).toEqual([{ type: "module", src: site.url(`/_build/assets/${scripts[0]}`) }])
})

test("pages outside a survey have no script at all", async () => {
  const { page, watch } = await site.visit()
  for (const path of ["/", "/privacy", "/accessibility", "/schools", "/tables/", "/finished/6-8", "/stopped/6-8"])
    await page.goto(site.url(path))
  expect(watch.requests.filter((request) => request.resourceType() === "script")).toEqual([])
})
