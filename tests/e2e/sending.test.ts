/** A finished survey is kept exactly once, whatever a child or a network does while it is sent. */
import { setTimeout as delay } from "node:timers/promises"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { preferNotToSay, type WireAnswers } from "../../policy/data/answer.ts"
import { noteWords } from "../../src/components/words.ts"
import { askedForm, keptOf, written } from "../support/e2e/child-answers.ts"
import { finger } from "../support/e2e/hand.ts"
import { type Scriptless, scriptless, sealedIn } from "../support/e2e/scriptless.ts"
import { useSite } from "../support/e2e/site.ts"
import { skipTo } from "../support/e2e/skip.ts"
import { added } from "../support/e2e/stored-answers.ts"
import { atTheEnd, begin, finish, sendButton, type Walk, walkOn } from "../support/e2e/walk.ts"
import { childOf, isAlive } from "../support/platform.ts"

const site = useSite()
const minute = 60_000
const ways = [
  { way: "with script", script: true },
  { way: "without script", script: false },
] as const

/** Enough to differ from another child's. */
const given: WireAnswers = {
  "parent-hopes": ["love", "healthy"],
  "parent-hope-most": { text: written },
  "likes-at-home": preferNotToSay,
  "wants-more-of": ["park"],
}
const form = askedForm("4-5")
const toTheEnd = async (script: boolean): Promise<Walk> => {
  const { page } = await site.visit({ script })
  const walk: Walk = { page, hand: finger(page), form }
  await skipTo(walk, { url: site.service().url, script }, given)
  await atTheEnd(walk)
  return walk
}

const once = () => [expect.objectContaining({ form: form.id, answers: keptOf(form, given) })]

/** By polling: a second press ends the navigation of the first, which would end a wait for it. */
const isFinished = async (page: Page): Promise<void> => {
  await expect.poll(() => page.url()).toContain(`/finished/${form.id}`)
  await page.waitForLoadState()
}

const noteOn = (page: Page) => page.locator(".note").innerText()

/** Spent before the other tests and tried again after them. */
let spent: { readonly client: Scriptless; readonly at: number } | undefined

test("a page sent again at once is a double click: it says that it is sent, and is stored once", async () => {
  const client = scriptless(site.service().url, form)
  const stored = await added(site.service(), async () => {
    await client.walk(given)
    for (let sent = 0; sent < 3; sent++)
      expect(await client.send()).toMatchObject({ status: 303, headers: { location: "/finished/4-5" } })
  })
  expect(stored).toEqual(once())
  spent = { client, at: performance.now() }
})

describe.for(ways)("$way", ({ script }) => {
  test("a double click on Send: kept once, and the child sees the ending", { timeout: minute }, async () => {
    const { page } = await toTheEnd(script)
    const stored = await added(site.service(), async () => {
      await page.locator(sendButton).dblclick()
      await isFinished(page)
      expect(await page.locator("h1").innerText()).toBe("Thank you")
    })
    expect(stored).toEqual(once())
  })

  test("the writer is down: the answers stay, a calm word, and sending again keeps them once", {
    timeout: minute,
  }, async () => {
    const { page } = await toTheEnd(script)
    const stored = await added(site.service(), async () => {
      const down = keepDown()
      await page.locator(sendButton).click()
      expect(await noteOn(page)).toBe(noteWords.tryAgain)
      await down()
      await expect
        .poll(
          async () => {
            if (page.url().includes("/finished/")) return true
            await page
              .locator(sendButton)
              .click({ timeout: 1_000 })
              .catch(() => undefined)
            return page.url().includes("/finished/")
          },
          { timeout: 30_000, interval: 250 },
        )
        .toBe(true)
    })
    expect(stored).toEqual(once())
  })

  test("a refresh in the middle does no harm", { timeout: minute }, async () => {
    const { page } = await site.visit({ script })
    page.on("dialog", (dialog) => dialog.accept())
    const walk: Walk = { page, hand: finger(page), form }
    const stored = await added(site.service(), async () => {
      await begin(walk, site.service().url)
      await walkOn(walk, given, 0, "likes-at-home")
      await page.reload()
      // With script nothing is kept on the device, so it begins again; without, the page is only asked for again.
      if (script) await walk.hand.press("start")
      await walkOn(walk, given, script ? 0 : 3)
      await finish(walk)
    })
    expect(stored).toEqual(once())
  })

  test("stopping half-way looks like finishing, and keeps nothing", { timeout: minute }, async () => {
    const { page } = await site.visit({ script })
    const walk: Walk = { page, hand: finger(page), form }
    const stored = await added(site.service(), async () => {
      await begin(walk, site.service().url)
      await walkOn(walk, given, 0, "likes-at-home")
      await walk.hand.press("stop")
      await walk.hand.press("clear")
      await page.waitForURL("**/stopped/4-5")
      expect(await page.locator("h1").innerText()).toBe("Thank you")
    })
    expect(stored).toEqual([])
  })
})

/** Ends the writer each time it is started again, until stopped. */
const keepDown = (): (() => Promise<void>) => {
  let down = true
  const kill = () => {
    try {
      process.kill(childOf(site.service().pid, "writer"), "SIGKILL")
    } catch {
      // It is not there just now.
    }
  }
  kill()
  const killing = (async () => {
    for (; down; await delay(100)) kill()
  })()
  return async () => {
    down = false
    await killing
    expect(isAlive(site.service().pid)).toBe(true)
  }
}

describe("with script", () => {
  test("a network that is down: the answers stay on the page, and sending again keeps them once", {
    timeout: minute,
  }, async () => {
    const { page } = await toTheEnd(true)
    const stored = await added(site.service(), async () => {
      await page.route("**/api/trpc/submit", (route) => route.abort("internetdisconnected"))
      await page.locator(sendButton).click()
      expect(await noteOn(page)).toBe(noteWords.tryAgain)
      await page.locator("button[value=back]").click()
      await page.locator("label.card input:checked").first().waitFor({ state: "attached" })
      await page.locator("button[value=next]").click()
      await page.unroute("**/api/trpc/submit")
      await page.locator(sendButton).click()
      await isFinished(page)
    })
    expect(stored).toEqual(once())
  })

  test("an answer that is lost on its way back: sending again is harmless", { timeout: minute }, async () => {
    const { page } = await toTheEnd(true)
    const stored = await added(site.service(), async () => {
      await page.route("**/api/trpc/submit", async (route) => {
        expect((await route.fetch()).status()).toBe(200)
        await route.abort("connectionreset")
      })
      await page.locator(sendButton).click()
      expect(await noteOn(page)).toBe(noteWords.tryAgain)
      await page.unroute("**/api/trpc/submit")
      await page.locator(sendButton).click()
      await isFinished(page)
    })
    expect(stored).toEqual(once())
  })

  test("two children in two tabs of one browser are two responses, neither disturbed by the other", {
    timeout: minute,
  }, async () => {
    const { page, context } = await site.visit()
    const walks: Walk[] = [page, await context.newPage()].map((each) => ({ page: each, hand: finger(each), form }))
    const stored = await added(site.service(), async () => {
      for (const walk of walks) await skipTo(walk, { url: site.service().url, script: true }, given)
      for (const walk of walks) await finish(walk)
    })
    expect(stored).toEqual([...once(), ...once()])
  })
})

describe("without script", () => {
  test("one page sent from two tabs is kept once", { timeout: minute }, async () => {
    const { page } = await toTheEnd(false)
    const context = page.context()
    const stored = await added(site.service(), async () => {
      const other = await context.newPage()
      await other.goto(site.url("/survey/4-5"))
      await other.setContent(await page.content())
      await other.evaluate((url) => {
        for (const form of document.forms) form.action = url
      }, page.url())
      await Promise.all([page, other].map((each) => each.locator(sendButton).click()))
      await Promise.all([page, other].map((each) => isFinished(each)))
    })
    expect(stored).toEqual(once())
  })

  test("a sealed page of another form, or one that was altered, leads to the start", async () => {
    const client = scriptless(site.service().url, form)
    const pages = await client.walk(given)
    const sealed = sealedIn(pages.at(-1)?.text ?? "")
    const other = scriptless(site.service().url, askedForm("6-8"))
    const tampered = `${sealed.slice(0, -4)}${sealed.endsWith("AAAA") ? "BBBB" : "AAAA"}`
    for (const field of [sealed, tampered, "", "2026-01-01.x"]) {
      const { status, headers } = await other.post([
        ["sealed", field],
        ["go", "send"],
      ])
      expect([status, headers.location]).toEqual([303, "/survey/6-8"])
    }
  })
})

test("a spent page sent again later leads to the start, or the next child would think theirs was sent", async () => {
  if (spent === undefined) throw new Error("nothing was sent before")
  const { client, at } = spent
  await delay(Math.max(0, at + 10_200 - performance.now()))
  const stored = await added(site.service(), async () => {
    expect(await client.send()).toMatchObject({ status: 303, headers: { location: "/survey/4-5" } })
  })
  expect(stored).toEqual([])
})
