/** A class shares a device without a network: every survey is locked on it, stored once each, and gone from it when sent. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { formOf } from "../../surveys/forms.ts"
import { picturesIn } from "../../surveys/pictures-in.ts"
import { launchDevice } from "../support/browser.ts"
import { breaches } from "../support/e2e/axe.ts"
import { hurryAnimations } from "../support/e2e/hurry-animations.ts"
import { kept } from "../support/e2e/stored-answers.ts"
import { classForm, nextChild, takeTurn, turnAt } from "../support/e2e/turn.ts"
import { type Service, sharedService } from "../support/service.ts"

const minute = 60_000
const children = 30
const secret = "zebra crossings near my nursery"
const folder = mkdtempSync(join(tmpdir(), "big-ask-device-"))
let service: Service
let device: BrowserContext
let page: Page
let why = ""

beforeAll(async () => {
  const launched = await launchDevice(folder)
  if (typeof launched === "string") {
    why = launched
    return
  }
  device = launched
  service = await sharedService()
  page = device.pages()[0] ?? (await device.newPage())
  await hurryAnimations(page)
}, 3 * minute)
beforeEach(({ skip }) => {
  if (why) skip(why)
})
afterAll(async () => {
  await device?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What every child writes, and which child it was. */
const answersOf = (child: number) => ({ "parent-hope-most": { text: `${secret} ${child}` } })

/** How often each child's words are stored. */
const storedOf = async (): Promise<readonly number[]> => {
  const all = (await kept(service)).map((each) => JSON.stringify(each))
  return Array.from(
    { length: children },
    (_, child) => all.filter((each) => each.includes(`${secret} ${child}"`)).length,
  )
}

interface Waiting {
  readonly token: string
  readonly sealed: string
}

const waiting = (): Promise<readonly Waiting[]> =>
  page.evaluate(
    () =>
      new Promise<Waiting[]>((resolve) => {
        const open = indexedDB.open("waiting-surveys")
        open.onsuccess = () => {
          const all = open.result.transaction("sealed").objectStore("sealed").getAll()
          all.onsuccess = () => {
            open.result.close()
            resolve(all.result)
          }
        }
      }),
  )

const putBack = (surveys: readonly object[]): Promise<void> =>
  page.evaluate(
    (surveys) =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open("waiting-surveys")
        open.onsuccess = () => {
          const change = open.result.transaction("sealed", "readwrite")
          for (const each of surveys) change.objectStore("sealed").put(each)
          change.oncomplete = () => {
            open.result.close()
            resolve()
          }
        }
      }),
    surveys,
  )

/** As the browser of a device says it: the one here is not sure to. */
const send = (): Promise<unknown> => page.evaluate(() => dispatchEvent(new Event("online")))

/** The browser may remove a file of its own between the list and the look. */
const bytesOf = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return Buffer.alloc(0)
    throw error
  }
}

/** Every byte that the browser has written for this device. */
const onDisk = (): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => bytesOf(join(entry.parentPath, entry.name))),
  )
const isOnDisk = (bytes: Buffer, words: string): boolean =>
  bytes.includes(words) || bytes.includes(Buffer.from(words, "utf16le"))

const shownLine = (): Promise<string> => page.locator("#waiting").innerText()

test("every page and picture is on the device before the network goes", { timeout: minute }, async () => {
  await page.goto(`${service.url}/class/4-5`)
  const asked = [...new Set(picturesIn(formOf("4-5").pages))].map((name) => `/pictures/${name}.svg`)
  const keptPaths = () =>
    page.evaluate(async () => {
      const cache = await caches.open("class-pages")
      return (await cache.keys()).map(({ url }) => new URL(url).pathname)
    })
  expect(asked.length).toBeGreaterThan(20)
  await expect.poll(keptPaths, { timeout: 20_000 }).toEqual(expect.arrayContaining(["/class/4-5", ...asked]))
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  expect(await page.locator("#turn-over").isVisible(), "the end of a turn, before it began").toBe(false)
})

test("all script of class mode weighs 30 kB at most", async () => {
  // Each once: what is kept on the device is asked for again.
  const scripts = await page.evaluate(() =>
    Object.fromEntries(
      performance
        .getEntriesByType("resource")
        .flatMap((each) =>
          each instanceof PerformanceResourceTiming && each.encodedBodySize > 0 && each.name.endsWith(".js")
            ? [[each.name, each.encodedBodySize] as const]
            : [],
        ),
    ),
  )
  const weight = Object.values(scripts).reduce((sum, size) => sum + size, 0)
  expect(weight).toBeGreaterThan(20_000)
  expect(weight).toBeLessThanOrEqual(30_000)
})

test("30 children without a network: counted, locked, unreadable on the device, and stored once each when it is back", {
  timeout: 3 * minute,
}, async () => {
  await device.setOffline(true)
  await page.reload()
  const images = new Set<boolean>()
  for (let child = 0; child < children; child++) {
    await takeTurn(page, answersOf(child))
    expect(await page.locator("#outcome").innerText()).toContain("locked away")
    expect(await shownLine()).toMatch(child === 0 ? /^1 survey waits/ : new RegExp(`^${child + 1} surveys wait `))
    expect(await page.evaluate(() => document.querySelectorAll("textarea, input:checked").length)).toBe(0)
    await nextChild(page)
    images.add(
      await page.evaluate(() =>
        [...document.images].every(({ naturalWidth, complete }) => !complete || naturalWidth > 0),
      ),
    )
  }
  expect([...images]).toEqual([true])
  const locked = await waiting()
  expect(locked).toHaveLength(children)
  expect(new Set(locked.map(({ sealed }) => sealed.length)).size, "lengths tell nothing").toBe(1)
  const bytes = onDisk()
  expect(isOnDisk(bytes, "waiting-surveys"), "the search finds a name that is there").toBe(true)
  expect([secret, "zebra crossings", 'parent-hope-most":'].filter((words) => isOnDisk(bytes, words))).toEqual([])
  expect(await storedOf()).toEqual(Array(children).fill(0))

  await device.setOffline(false)
  await send()
  await expect.poll(() => page.locator("#waiting").isHidden(), { timeout: 30_000 }).toBe(true)
  expect(await waiting()).toEqual([])
  expect(await storedOf()).toEqual(Array(children).fill(1))

  // A reply that was lost on its way leaves a survey on the device, which is then sent again.
  await putBack(locked)
  await send()
  await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBe(0)
  expect(await storedOf()).toEqual(Array(children).fill(1))

  // Bound to its token: under another it is no survey.
  const [one] = locked
  await putBack([{ ...one, token: crypto.randomUUID() }])
  await send()
  await expect.poll(shownLine).toBe("1 survey could not be taken, and is gone from this device.")
  expect(await storedOf()).toEqual(Array(children).fill(1))
  expect(await waiting()).toEqual([])
})

test("what waited too long, or until the survey has closed, is named and goes", { timeout: minute }, async () => {
  await page.reload()
  const stale = { form: "4-5", day: "2026-01-05", until: "2026-01-11", sealed: "A".repeat(2_800) }
  await putBack([1, 2].map(() => ({ ...stale, token: crypto.randomUUID() })))
  await send()
  await expect.poll(shownLine).toBe("2 surveys waited too long to be sent, and are gone from this device.")
  expect(await waiting()).toEqual([])
  await page.route("**/api/trpc/submitWaiting", (route) =>
    route.fulfill({ status: 403, json: { error: { data: { refused: { reason: "closed" } } } } }),
  )
  await page.reload()
  await putBack([{ ...stale, token: crypto.randomUUID() }])
  await send()
  await expect.poll(shownLine).toBe("The Big Ask has closed. 1 survey was not sent, and is gone from this device.")
  expect(await waiting()).toEqual([])
  await page.unroute("**/api/trpc/submitWaiting")
})

test("with a network a survey is sent at once, and the next child finds nothing of it", {
  timeout: minute,
}, async () => {
  await page.reload()
  await takeTurn(page, answersOf(children))
  expect(await page.locator("#outcome").innerText()).toBe("Your answers are sent.")
  expect(await breaches(page)).toEqual([])
  expect(await page.locator("#waiting").isHidden()).toBe(true)
  await nextChild(page)
  for (const way of ["goForward", "goBack"] as const) {
    await page[way]({ timeout: 2_000 }).catch(() => undefined)
    expect(await page.content()).not.toContain(secret)
    expect(await page.evaluate(() => document.querySelectorAll("input:checked").length)).toBe(0)
  }
  await page.goto(`${service.url}/class/4-5`)
  expect(isOnDisk(onDisk(), secret)).toBe(false)
})

test("stopped, it is the same screen; a child who went away is asked after ten minutes and forgotten in the eleventh", {
  timeout: minute,
}, async () => {
  const { hand } = turnAt(page)
  await hand.press("start")
  await page.locator('[name="q.parent-hopes"]').first().waitFor()
  await hand.press("stop")
  await hand.press("clear")
  await page.locator("#turn-over").waitFor()
  expect(await page.locator("#outcome").innerText()).toBe("Nothing was sent.")
  await page.clock.install()
  await nextChild(page)
  await hand.press("start")
  await page.locator('[name="q.parent-hopes"]').first().waitFor()
  await hand.choose("q.parent-hopes", "love")
  await page.clock.runFor(10 * minute)
  await page.getByText("Are you still there?").waitFor()
  expect(await page.content()).not.toContain(`value="love"`)
  await page.clock.runFor(minute)
  await page.locator("button[value=start]").waitFor()
  await hand.press("start")
  await page.locator('[name="q.parent-hopes"]').first().waitFor()
  expect(await page.evaluate(() => document.querySelectorAll("input:checked").length)).toBe(0)
  expect(classForm.id).toBe("4-5")
})
