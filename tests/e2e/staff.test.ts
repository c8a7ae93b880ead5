/** In a real browser a person enrols a key by the printed link, signs in, and sees the screens of their role; the survey sets no cookie. */
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { today } from "../../policy/civil-day.ts"
import { evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { sharedBrowser } from "../support/browser.ts"
import { heard } from "../support/command-output.ts"
import { breaches } from "../support/e2e/axe.ts"
import { openedEvidence } from "../support/evidence.ts"
import { memberOf, personOf, wholeTeam } from "../support/policy/team.ts"
import { type Service, startService } from "../support/service.ts"
import { newFolder } from "../support/store.ts"

const tags: "evidence-team-only"[] = ["evidence-team-only"]

let service: Service
let storage: StorageSettings
let desk = ""
let browser: Browser | string

beforeAll(async () => {
  storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined }
  const evidence = await openedEvidence(evidenceSource(storage))
  const trainedOn = await Effect.runPromise(today)
  const readers = [1, 2, 3, 4, 5].map((number) => memberOf("evidence-team", { trainedOn }, number))
  for (const member of [...wholeTeam(trainedOn), ...readers]) await Effect.runPromise(evidence.keepMember(member))
  service = await startService({ dataDir: storage.dataDir, env: { STAFF_PORT: "0" } })
  desk = await vi.waitFor(
    () => {
      const [found = ""] = /(?<=Staff sign in at )http:\/\/localhost:\d+/.exec(service.output()) ?? []
      expect(found).not.toBe("")
      return found
    },
    { timeout: 15_000, interval: 50 },
  )
  browser = await sharedBrowser()
}, 60_000)
afterAll(async () => {
  await service?.stop()
})

/** A device whose owner unlocks it. */
const withKey = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send("WebAuthn.enable")
  const options = {
    ...({ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true } as const),
    ...{ isUserVerified: true, automaticPresenceSimulation: true },
  }
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", { options })
  return (isUserVerified: boolean) => session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified })
}

const screens = ["", "/people", "/ledger", "/command"]

describe("the staff pages", { tags, timeout: 60_000 }, () => {
  test("from the printed link to the screens of a director, at a laptop and on a phone", async (context) => {
    if (typeof browser === "string") return context.skip(browser)
    const { out } = await heard(() => ask(storage, "team", "link", personOf("director-of-evidence")))
    const [secret = ""] = /(?<=enrol#)[\w-]{43}/.exec(out.join("\n")) ?? []
    const opened = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await opened.newPage()
    const unlock = await withKey(page)
    const policy: string[] = []
    page.on("console", (message) => /Content Security Policy/.test(message.text()) && policy.push(message.text()))

    await page.goto(`${desk}/staff/enrol#${secret}`)
    await page.click("text=Make my passkey")
    await page.waitForURL(`${desk}/staff/sign-in`)
    await unlock(false)
    await page.click("text=Use my passkey")
    await page.waitForSelector("[role=alert]:not(:empty)")
    expect(await page.textContent("[role=alert]")).toContain("did not confirm")
    await unlock(true)
    await page.click("text=Use my passkey")
    await page.waitForURL(`${desk}/staff`)
    expect(await page.textContent("h1")).toBe("Overview")
    for (const [name, width] of [
      ["laptop", 1280],
      ["phone", 360],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      for (const screen of screens) {
        await page.goto(`${desk}/staff${screen}`)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect([screen, width, over <= 0]).toEqual([screen, width, true])
        expect(await breaches(page)).toEqual([])
        const pictures = process.env["PICTURES"]
        if (pictures === undefined) continue
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: join(pictures, `${name}${screen.replace("/", "-")}.png`), fullPage: true })
      }
    }

    await page.goto(`${desk}/staff/people`)
    const row = page.locator("tr", { hasText: "Legal adviser" })
    await row.getByRole("button", { name: /Give a link/ }).click()
    await page.waitForSelector("p.code")
    expect(await page.textContent("p.code")).toContain(`${desk}/staff/enrol#`)
    await page.click("text=Sign out")
    await page.waitForURL(`${desk}/staff/sign-in`)
    await page.goto(`${desk}/staff`)
    expect(page.url()).toBe(`${desk}/staff/sign-in`)
    expect(policy).toEqual([])
    await opened.close()
  })

  test("are at an address of their own, and the survey has neither them nor a cookie", async () => {
    const survey = await fetch(`${service.url}/staff/sign-in`)
    expect([survey.status, survey.headers.get("set-cookie")]).toEqual([404, null])
    const child = await fetch(`${desk}/survey/9-12`)
    expect([child.status, child.headers.get("set-cookie")]).toEqual([404, null])
    const bare = await fetch(desk.replace("localhost", "127.0.0.1"), { redirect: "manual" })
    expect([bare.status, bare.headers.get("location")]).toEqual([303, `${desk}/`])
    const put = await fetch(`${desk}/staff`, { method: "PUT" })
    expect(put.status).toBe(405)
  })
})
