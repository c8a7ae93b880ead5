/** A service and a browser for a test file, and visits that are watched throughout for what no child's page may do. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest"
import { sharedBrowser } from "../browser.ts"
import { type Asked, type Service, sharedService, startService } from "../service.ts"
import { hurryAnimations } from "./hurry-animations.ts"
import { type Watch, watch } from "./watch.ts"

export interface Visiting extends BrowserContextOptions {
  /** Left out, the page has script. */
  readonly script?: boolean
  /** Whether animations take the time a child sees; without it they pass at once, for tests that wait for none. */
  readonly inRealTime?: boolean
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
  /** The same device in every test of the file, for pages that are only looked at; judged after each test. */
  readonly stay: (visiting: Visiting) => Promise<Visit>
}

export const phone = { width: 360, height: 740 }
const patience = 180_000

/** Registers the start and the end with the test file that calls it; a service that nothing was asked of is shared. */
export const useSite = (asked?: Asked): Site => {
  let service: Service | undefined
  let browser: Browser | string | undefined
  const visits: Visit[] = []
  let staying: Promise<Visit> | undefined

  beforeAll(async () => {
    browser = await sharedBrowser()
    if (typeof browser === "string") process.stdout.write(`${browser}\n`)
    else service = await (asked === undefined ? sharedService() : startService(asked))
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
    faults.push(...((await (await staying)?.watch.faults()) ?? []))
    expect(faults).toEqual([])
  }, patience)
  afterAll(async () => {
    await (await staying)?.context.close()
    if (asked !== undefined) await service?.stop()
  }, patience)

  const running = (): Service => {
    if (service === undefined) throw new Error("the service has not been started")
    return service
  }
  const open = (): Browser => {
    if (browser === undefined || typeof browser === "string") throw new Error("there is no browser")
    return browser
  }
  const arrive = async ({ script = true, inRealTime = false, origin = running().url, ...rest }: Visiting) => {
    const context = await open().newContext({
      viewport: phone,
      locale: "en-GB",
      javaScriptEnabled: script,
      ...rest,
    })
    context.setDefaultTimeout(20_000)
    const visit = { context, watch: watch(context, origin), page: await context.newPage() }
    if (!inRealTime) await hurryAnimations(visit.page)
    return visit
  }
  return {
    service: running,
    browser: open,
    url: (path = "/") => `${running().url}${path}`,
    visit: async (visiting = {}) => {
      const visit = await arrive(visiting)
      visits.push(visit)
      return visit
    },
    stay: (visiting) => {
      staying ??= arrive(visiting)
      return staying
    },
  }
}
