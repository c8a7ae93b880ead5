/** A form on paper, from the same definition: everything that the screen asks, the notice first, tagged, A4, and large enough to read. */
import { expect, test } from "vitest"
import { noticeParts } from "../../policy/data/form.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { formOf } from "../../surveys/forms.ts"
import { breaches } from "../support/e2e/axe.ts"
import { useSite } from "../support/e2e/site.ts"

const site = useSite()
const minute = 60_000

/** The smallest text of a printed sheet, in CSS pixels. */
const smallestText = (): number => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const sizes: number[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.parentElement && node.textContent?.trim() && !node.parentElement.closest(".unseen"))
      sizes.push(Number.parseFloat(getComputedStyle(node.parentElement).fontSize))
  return Math.min(...sizes)
}

test.for(formIds)("%s on paper", { timeout: minute }, async (id) => {
  const { page } = await site.visit()
  await page.goto(site.url(`/paper/${id}`))
  await page.emulateMedia({ media: "print" })
  const form = formOf(id)
  const text = (await page.locator("body").innerText()).replace(/\s+/g, " ")
  const questions = form.pages.flatMap((each) => each.questions)
  const words = questions.flatMap((each) => [
    each.ask,
    each.optOut,
    ...(each.sentences ?? []).map((sentence) => sentence.words),
    ...("options" in each ? each.options.map((option) => option.words) : []),
    ...("rows" in each ? each.rows.map((row) => row.words) : []),
  ])
  expect(words.filter((each) => !text.includes(each.replace(/\s+/g, " ")))).toEqual([])
  const facts = noticeParts.flatMap((part) => form.privacy.child[part].map((fact) => fact.words))
  const first = text.indexOf(`1. ${questions[0]?.ask}`)
  expect(first).toBeGreaterThan(0)
  expect(facts.filter((each) => text.indexOf(each) < 0 || text.indexOf(each) > first)).toEqual([])

  const boxes = await page.locator(".box").count()
  const offered = questions.reduce((sum, each) => {
    const declining = 1 + Number("dontKnow" in each && each.dontKnow !== undefined)
    const options = "options" in each ? each.options.length : 0
    return sum + (each.kind === "grid" ? each.rows.length * (options + declining) : options + declining)
  }, 0)
  expect(boxes, "one box for each answer that a screen offers, but for those about its list").toBe(offered)
  expect(await page.evaluate(smallestText)).toBeGreaterThanOrEqual(16)
  const { fontSize } = await page.locator("body").evaluate((body) => ({ fontSize: getComputedStyle(body).fontSize }))
  expect(Number.parseFloat(fontSize)).toBeCloseTo((14 * 96) / 72, 1)
  const pictures = await page.locator("img").count()
  if (form.derivedFrom) expect(pictures).toBeGreaterThan(questions.length)
  expect(await breaches(page)).toEqual([])

  const pdf = (await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true })).toString("latin1")
  for (const part of ["/StructTreeRoot", "/MarkInfo", "/Lang (en-GB)", "/S /H1", "/S /LI"]) expect(pdf).toContain(part)
  const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  expect(sheets.length).toBeGreaterThan(2)
  for (const [, width, height] of sheets) {
    expect(Math.abs(Number(width) - 595)).toBeLessThan(1.5)
    expect(Math.abs(Number(height) - 842)).toBeLessThan(1.5)
  }
})

test("only a child in a setting in the community is asked for a school or a postcode, on paper too", async () => {
  const { page } = await site.visit()
  await page.goto(site.url("/paper/9-12"))
  for (const asked of ["school", "home-postcode"]) {
    const question = formOf("9-12")
      .pages.flatMap(({ questions }) => questions)
      .find(({ key }) => key === asked)
    const said = await page.locator("fieldset", { hasText: question?.ask ?? "" }).innerText()
    expect(said).toContain("Only if you ticked one of these:")
    expect(said).not.toMatch(/secure|offender|hospital/i)
  }
})
