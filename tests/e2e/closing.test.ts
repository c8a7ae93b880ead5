/** When the window closes while a child is answering, they meet a kind page and not an error, and nothing is kept. */

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { dayOf, daysAfter } from "../../db/keys/civil-day.ts"
import { noteWords, shellWords } from "../../src/components/words.ts"
import { ask } from "../support/collected-answers.ts"
import { declareAll } from "../support/declared-store.ts"
import { askedForm } from "../support/e2e/child-answers.ts"
import { finger } from "../support/e2e/hand.ts"
import { useSite } from "../support/e2e/site.ts"
import { begin, type Walk, walkOn } from "../support/e2e/walk.ts"
import { recorded } from "../support/policy/dpia/recorded.ts"
import { day } from "../support/policy/team.ts"
import { builtLauncher } from "../support/programs.ts"
import { request } from "../support/request.ts"
import { type Asked, type Service, startService } from "../support/service.ts"

const dataDir = mkdtempSync(join(tmpdir(), "big-ask-"))
const today = dayOf(Date.now())
const origin = "https://survey.example"

const { mode, accounts } = recorded

const live = async (closes: string): Promise<Asked> => {
  const window = { opens: daysAfter(today, -30), closes }
  await declareAll(
    { mode: "live", dataDir, databaseUrl: undefined },
    { ...recorded, window },
    day(daysAfter(today, -1)),
  )
  return {
    launcher: builtLauncher("launch-stated"),
    dataDir,
    env: { AS_WITH_ENGLAND: "1", STATED: JSON.stringify({ mode, accounts, origin }) },
  }
}

const site = useSite(await live(today))
let after: Service | undefined

afterAll(async () => {
  await after?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A child's way to the site's own https address, as a proxy in front of it gives. */
const arrive = async (script: boolean): Promise<Walk> => {
  // Live shows a page again that comes back sooner than a child could have seen it.
  const { page, context } = await site.visit({ script, origin, inRealTime: true })
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const port = after?.port ?? site.service().port
    await route.fulfill({ response: await route.fetch({ url: `http://127.0.0.1:${port}${pathname}` }) })
  })
  return { page, hand: finger(page), form: askedForm("4-5") }
}

test("on a page half-way, on the sending page, and with script", { timeout: 300_000 }, async () => {
  const [halfWay, sending, scripted] = [await arrive(false), await arrive(false), await arrive(true)]
  for (const walk of [halfWay, sending, scripted]) {
    await begin(walk, origin)
    expect(await walk.page.getByText(shellWords.rehearsal).count()).toBe(0)
  }
  await walkOn(halfWay, { "parent-hopes": ["love"] }, 0, "likes-at-home")
  await walkOn(sending, { "parent-hopes": ["love"] })
  await walkOn(scripted, { "parent-hopes": ["love"] })

  await site.service().stop()
  after = await startService(await live(daysAfter(today, -1)))

  for (const [walk, go] of [
    [halfWay, "next"],
    [sending, "send"],
  ] as const) {
    await walk.hand.press(go)
    await expect.poll(() => walk.page.locator("h1:visible").innerText()).toBe("The Big Ask has closed")
    expect(await walk.page.locator(".help").isVisible()).toBe(true)
    expect(await walk.page.locator("form").count()).toBe(0)
  }
  // A device that a class shares keeps nothing that nobody can take any more.
  const together = await request(after.url, { path: "/class/4-5" })
  expect(together.headers["clear-site-data"]).toContain('"storage"')
  expect(together.text).toContain("are gone from it")
  await scripted.hand.press("send")
  await expect.poll(() => scripted.page.locator("h1:visible").innerText()).toBe(noteWords.closed)
  expect(await scripted.page.locator(".help").isVisible()).toBe(true)
  expect(await scripted.page.locator("button[value=send]").count()).toBe(0)
  expect(await ask(["status"], { DATA_DIR: dataDir, MODE: "live" })).toMatch(/all days(\s+none){6}/)
})
