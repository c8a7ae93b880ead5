/** A child who writes what may be a name is asked once to look again, and goes on with the next press, with script and without. */
import { describe, expect, test } from "vitest"
import { noteWords } from "../../src/components/words.ts"
import { askedForm } from "../support/e2e/child-answers.ts"
import { swift } from "../support/e2e/hand.ts"
import { useSite } from "../support/e2e/site.ts"
import { skipTo } from "../support/e2e/skip.ts"
import type { Walk } from "../support/e2e/walk.ts"

const site = useSite()
const key = "life-change"
const pictures = process.env["PICTURES"]

describe.for([
  { way: "with script", script: true },
  { way: "without script", script: false },
])("$way", ({ script, way }) => {
  test("the note shows once, the words stay, and a second press goes on", { timeout: 120_000 }, async () => {
    const { page } = await site.visit({ script })
    const walk: Walk = { page, hand: swift(page), form: askedForm("9-12") }
    await skipTo(walk, { url: site.service().url, script }, {}, key)
    const box = page.locator(`[name="text.${key}"]`)
    await walk.hand.write(`text.${key}`, "My name is Canary and I want more parks")
    await walk.hand.press("next")
    const note = page.locator(".note")
    await note.waitFor()
    expect(await note.innerText()).toBe(noteWords.nameOrPlace)
    expect(await box.inputValue()).toBe("My name is Canary and I want more parks")
    if (pictures !== undefined)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        await page.screenshot({ path: `${pictures}/second-look-${way.replaceAll(" ", "-")}-${width}.png` })
      }
    await walk.hand.press("next")
    await box.waitFor({ state: "detached" })
    expect(await note.count()).toBe(0)
  })
})
