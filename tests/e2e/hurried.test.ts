/** A doubled, hurried or stray press stores nothing that a child has not seen: every Next and Start is pressed twice. */
import { setTimeout as delay } from "node:timers/promises"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { type FormId, formIds } from "../../policy/data/form-id.ts"
import { settling } from "../../src/server/hurried-step.ts"
import { journey } from "../../surveys/journey.ts"
import { askedForm } from "../support/e2e/child-answers.ts"
import { finger } from "../support/e2e/hand.ts"
import { scriptless } from "../support/e2e/scriptless.ts"
import { settled } from "../support/e2e/settled.ts"
import { useSite } from "../support/e2e/site.ts"
import { skipTo } from "../support/e2e/skip.ts"
import { added } from "../support/e2e/stored-answers.ts"
import { windows } from "../support/e2e/windows.ts"

const site = useSite({ env: { HURRY: "" } })
const isFull = process.env["FULL"] === "1"

/** Milliseconds between the two taps of a hurried finger. */
const gaps = [80, 180, 300]

/** Times that a new page settles more slowly while it is tapped, and the taps with it: a busy machine cannot tap too late. */
const slower = 3

const button = (page: Page, go: string) => page.locator(`button[name=go][value=${go}]:not([aria-hidden])`)

/** Taps where the button is, and once more in the same place, whatever has come there meanwhile. */
const tapTwice = async (page: Page, go: string, gap: number): Promise<void> => {
  const target = button(page, go)
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error(`there is no button ${go}`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.click(x, y)
  await delay(gap * slower)
  await page.mouse.click(x, y)
}

/** Sets how fast the animations of a page pass, in each document that it shows. */
const pacing = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page)
  let playbackRate = 1
  const apply = () => devtools.send("Animation.setPlaybackRate", { playbackRate }).catch(() => undefined)
  await devtools.send("Animation.enable")
  page.on("framenavigated", () => void apply())
  return async (rate: number) => {
    playbackRate = rate
    await apply()
  }
}

const questions = async (page: Page) =>
  (await page.locator("fieldset.question legend .ask").allInnerTexts()).map((words) => words.replace(/\s+/g, " "))

/** Polls, since without script the page before may still be shown, or on its way out, when a tap has returned. */
const arrived = async (page: Page, words: string): Promise<void> => {
  await expect.poll(async () => (await questions(page).catch(() => [])).join(" ")).toContain(words)
  await settled(page)
}

/** Every form, window and way at full size; else the shortest form both ways, and the longest with script. */
const isQuick = (form: FormId, script: boolean): boolean => form === "4-5" || (form === "13-17" && script)

const cases = formIds.flatMap((form, at) =>
  [true, false].flatMap((script) =>
    windows
      .filter((_, which) => isFull || (which === (at + Number(script)) % windows.length && isQuick(form, script)))
      .map((viewport, which) => ({ form, script, viewport, gap: gaps[(at + which) % gaps.length] ?? 180 })),
  ),
)

test.for(cases)(
  "$form at $viewport.width × $viewport.height, script $script: two taps $gap ms apart skip no page, tick nothing and send nothing",
  { timeout: 240_000 },
  async ({ form, script, viewport, gap }) => {
    const { page } = await site.visit({ script, viewport, inRealTime: true })
    const display = askedForm(form)
    const pages = journey(display, {}).pages
    const pace = await pacing(page)
    const hurry = async (go: string) => {
      await pace(1 / slower)
      await tapTwice(page, go, gap)
      await pace(50)
    }
    // Without script the service, too, counts how long a page was there, by its own clock.
    const rest = () => (script ? undefined : delay(settling))
    const stored = await added(site.service(), async () => {
      await page.goto(site.url(`/survey/${form}`))
      await settled(page)
      await hurry("start")
      for (const { questions: asked } of pages) {
        await arrived(page, asked[0]?.sentences?.at(-1)?.words ?? asked[0]?.ask ?? "")
        expect(await questions(page)).toHaveLength(asked.length)
        expect(await page.locator("input:checked").count()).toBe(0)
        await rest()
        await hurry("next")
      }
      await button(page, "send").waitFor()
      await settled(page)
      await delay(Math.max(300, settling))
      expect(page.url()).toContain(`/survey/${form}`)
    })
    expect(stored).toEqual([])
    await button(page, "send").click()
    await page.waitForURL(`**/finished/${form}`)
  },
)

test("a key pressed on a page that has only just come presses nothing", async () => {
  const { page } = await site.visit({ inRealTime: true })
  await page.goto(site.url("/survey/9-12"))
  await settled(page)
  const pace = await pacing(page)
  // Half a second lasts for a minute: a busy machine cannot press too late.
  await pace(1 / 120)
  await button(page, "start").click()
  const pressed = async () => {
    const option = page.locator("input[type=radio], input[type=checkbox]").first()
    await option.focus()
    await page.keyboard.press("Space")
    await button(page, "next").focus()
    await page.keyboard.press("Enter")
  }
  await page.locator("fieldset.question").first().waitFor()
  const before = await questions(page)
  await pressed()
  expect(await page.locator("input:checked").count()).toBe(0)
  expect(await questions(page)).toEqual(before)
  await pace(50)
  await settled(page)
  await pressed()
  await expect.poll(() => questions(page)).not.toEqual(before)
})

/** Repeats what a busy machine made too slow to be hurried. */
const atOnce = async <A>(before: () => Promise<unknown>, act: () => Promise<A>): Promise<A> => {
  for (;;) {
    await before()
    const began = performance.now()
    const done = await act()
    if (performance.now() - began < settling) return done
  }
}

test("without script a page that comes back at once is shown again, with what was chosen", async () => {
  const client = scriptless(site.service().url, askedForm("9-12"))
  const nothing = async () => undefined
  const asks = ({ text }: { readonly text: string }) => /<h1[\s\S]*?<\/h1>/.exec(text)?.[0]
  const start = [["go", "start"]] as const
  const chosen = [["q.life-now.family", "okay"]] as const
  expect((await client.post(start)).headers.location, "without a start page").toBe("/survey/9-12")
  const early = await atOnce(nothing, async () => {
    await client.open()
    return client.post(start)
  })
  expect(early.headers.location, "at once").toBe("/survey/9-12")
  const settle = () => client.open().then(() => delay(settling))
  const [first, again] = await atOnce(settle, async () => [
    await client.post(start),
    await client.post([...chosen, ["go", "next"]]),
  ])
  expect(asks(again)).toBe(asks(first))
  expect(again.text).toMatch(/value="okay" checked/)
  await delay(settling)
  expect(asks(await client.post([...chosen, ["go", "next"]]))).not.toBe(asks(first))
})

test("“nothing” clears what was chosen before it, and another choice clears “nothing”", async () => {
  const { page } = await site.visit()
  const form = askedForm("9-12")
  const walk = { page, hand: finger(page), form }
  await skipTo(walk, { url: site.service().url, script: true }, {}, "barriers")
  const chosen = () => page.locator("input:checked").evaluateAll((all) => all.map((each) => each.getAttribute("value")))
  await walk.hand.choose("q.barriers", "bullying")
  await walk.hand.choose("q.barriers", "nothing")
  expect(await chosen()).toEqual(["nothing"])
  await walk.hand.choose("q.barriers", "bullying")
  expect(await chosen()).toEqual(["bullying"])
})
