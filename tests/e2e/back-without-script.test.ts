/** The browser's own Back, without script: it shows what was ticked and typed, and Next from there erases none of it. */
import { expect, test } from "vitest"
import { askedForm, keptOf } from "../support/e2e/child-answers.ts"
import { finger } from "../support/e2e/hand.ts"
import { settled } from "../support/e2e/settled.ts"
import { useSite } from "../support/e2e/site.ts"
import { added } from "../support/e2e/stored-answers.ts"
import { begin, finish, type Walk, walkOn } from "../support/e2e/walk.ts"

const site = useSite()
const form = askedForm("4-5")
const words = "A garden, and a dog"
const given = { "parent-hopes": ["love", "healthy"], "parent-hope-most": { text: words }, "likes-at-home": ["toys"] }

const start = async (): Promise<Walk> => {
  const { page } = await site.visit({ script: false })
  const walk = { page, hand: finger(page), form }
  await begin(walk, site.service().url)
  await walkOn(walk, given, 0, "parent-help-most")
  return walk
}

const chosen = ({ page }: Walk) =>
  page.locator("input:checked").evaluateAll((all) => all.map((each) => each.getAttribute("value")))

const written = ({ page }: Walk) => page.locator("textarea").inputValue()

test("Back shows the words, and then the ticks; Next from there keeps both", { timeout: 60_000 }, async () => {
  const walk = await start()
  const { page, hand } = walk
  await page.goBack()
  await settled(page)
  expect(await written(walk)).toBe(words)
  await page.goBack()
  await settled(page)
  expect(await chosen(walk)).toEqual(given["parent-hopes"])
  const stored = await added(site.service(), async () => {
    await hand.press("next")
    await page.locator("textarea").waitFor()
    await settled(page)
    await walkOn(walk, given, 1)
    await finish(walk)
  })
  expect(stored).toEqual([expect.objectContaining({ answers: keptOf(form, given) })])
})

test("Back, then Forward, changes nothing", { timeout: 60_000 }, async () => {
  const walk = await start()
  const { page } = walk
  await page.locator("textarea").fill("A kind teacher")
  await page.goBack()
  await settled(page)
  await page.goForward()
  await settled(page)
  expect(await written(walk)).toBe("A kind teacher")
  const all = { ...given, "parent-help-most": { text: "A kind teacher" } }
  const stored = await added(site.service(), async () => {
    await walkOn(walk, all, 2)
    await finish(walk)
  })
  expect(stored).toEqual([expect.objectContaining({ answers: keptOf(form, all) })])
})
