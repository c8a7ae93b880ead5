/** One service and one browser for a test file, and visits that are watched throughout for what no child's page may do. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { type Asked, type Service, startService } from "../support/service.ts"
import { type Watch, watch } from "./watch.ts"

export interface Visiting extends BrowserContextOptions {
  /** Left out, the page has script. */
  readonly script?: boolean
  /** Where the site is reached, when that is not where it listens. */
  readonly origin?: string
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  readonly watch: Watch
}

export interface Site {
  readonly service: () => Service
  readonly browser: () => Browser
  readonly url: (path?: string) => string
  /** A child's device: a phone with nothing in it. What it saw is judged when the test ends. */
  readonly visit: (visiting?: Visiting) => Promise<Visit>
}

export const phone = { width: 360, height: 740 }
const patience = 180_000

/** Registers the start and the end with the test file that calls it. */
export const useSite = (asked?: Asked): Site => {
  let service: Service | undefined
  let browser: Browser | string | undefined
  const visits: Visit[] = []

  beforeAll(async () => {
    browser = await launchBrowser()
    if (typeof browser === "string") process.stdout.write(`${browser}\n`)
    else service = await startService(asked)
  }, patience)
  beforeEach(({ skip }) => {
    if (typeof browser === "string") skip(browser)
  })
  afterEach(async () => {
    const faults: string[] = []
    for (const { context, watch } of visits.splice(0)) {
      faults.push(...(await watch.faults()))
      await context.close()
    }
    expect(faults).toEqual([])
  }, patience)
  afterAll(async () => {
    if (typeof browser !== "string") await browser?.close()
    await service?.stop()
  }, patience)

  const running = (): Service => {
    if (service === undefined) throw new Error("the service has not been started")
    return service
  }
  const open = (): Browser => {
    if (browser === undefined || typeof browser === "string") throw new Error("there is no browser")
    return browser
  }
  return {
    service: running,
    browser: open,
    url: (path = "/") => `${running().url}${path}`,
    visit: async ({ script = true, origin = running().url, ...rest } = {}) => {
      const context = await open().newContext({
        viewport: phone,
        locale: "en-GB",
        javaScriptEnabled: script,
        ...rest,
      })
      context.setDefaultTimeout(10_000)
      const visit = { context, watch: watch(context, origin), page: await context.newPage() }
      visits.push(visit)
      return visit
    },
  }
}
