/** Where many send from one network, a child's browser does a little work or waits, and the child sees only that answers are sent. */
import { randomUUID } from "node:crypto"
import { beforeEach, expect, test } from "vitest"
import { burst } from "../../src/server/senders/admission.ts"
import { askedForm, everyKindGiven } from "../support/e2e/child-answers.ts"
import { swift } from "../support/e2e/hand.ts"
import { useSite } from "../support/e2e/site.ts"
import { skipTo } from "../support/e2e/skip.ts"
import { sendButton, type Walk } from "../support/e2e/walk.ts"
import { each, kept, submit } from "../support/request.ts"

const site = useSite({})
const minute = 60_000
const form = askedForm("4-5")
const given = everyKindGiven(form)

let exhausted = false
beforeEach(async () => {
  if (exhausted) return
  const agent = kept(16)
  await each(Array.from({ length: burst }), 16, async () => {
    await submit(site.service().url, { form: form.id, token: randomUUID(), answers: given }, { agent })
  })
  agent.destroy()
  exhausted = true
}, minute)

const toTheEnd = async (script: boolean): Promise<Walk & { readonly scripts: () => number }> => {
  const { page, watch } = await site.visit({ script })
  const walk: Walk = { page, hand: swift(page), form }
  await skipTo(walk, { url: site.service().url, script }, given)
  return { ...walk, scripts: () => watch.requests.filter((request) => request.resourceType() === "script").length }
}

test("with script the work is loaded and done only when it is asked for, and the answers arrive", {
  timeout: minute,
}, async () => {
  const { page, scripts } = await toTheEnd(true)
  expect(scripts()).toBe(1)
  await page.locator(sendButton).click()
  await page.waitForURL(`**/finished/${form.id}`, { timeout: 30_000 })
  expect(scripts()).toBe(2)
})

test("a device whose browser has no cryptography waits for its turn instead, and the answers arrive", {
  timeout: minute,
}, async () => {
  const { page } = await toTheEnd(true)
  await page.evaluate(() => Object.defineProperty(crypto, "subtle", { value: undefined }))
  await page.locator(sendButton).click()
  await page.waitForURL(`**/finished/${form.id}`, { timeout: 30_000 })
})

test("without script the page is held and sent again by the browser, and the answers arrive", {
  timeout: minute,
}, async () => {
  const walks = [await toTheEnd(false), await toTheEnd(false), await toTheEnd(false)]
  await Promise.all(walks.map(({ page }) => page.locator(sendButton).click({ noWaitAfter: true })))
  await Promise.all(walks.map(({ page }) => page.waitForURL(`**/finished/${form.id}`, { timeout: 30_000 })))
})
