/** No page breaks WCAG 2.2 AA or a best practice that axe knows: each form, kind of question, state, and way of looking. */
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import type { WireAnswers } from "../../policy/data/answer.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import { journey } from "../../surveys/journey.ts"
import { breaches, everyRule, rulesOfLinks, rulesOfLook, rulesOfSize } from "../support/e2e/axe.ts"
import { askedForm, everyKindGiven } from "../support/e2e/child-answers.ts"
import { formsLookedAt, kindOf } from "../support/e2e/forms-looked-at.ts"
import { swift } from "../support/e2e/hand.ts"
import { phone, useSite } from "../support/e2e/site.ts"
import { sitePages } from "../support/e2e/site-pages.ts"
import { arriveAt, atTheEnd, begin, give, sendButton, type Walk } from "../support/e2e/walk.ts"

const site = useSite()
const isFull = process.env["FULL"] === "1"
const patience = isFull ? 600_000 : 120_000

interface Look {
  readonly colorScheme?: "dark" | "light"
  readonly forcedColors?: "active" | "none"
  readonly reducedMotion?: "reduce" | "no-preference"
}

const plain: Look = { colorScheme: "light", forcedColors: "none", reducedMotion: "no-preference" }
const looks: readonly { readonly name: string; readonly look: Look; readonly rules: typeof everyRule }[] = [
  // Contrast by night is measured in `looks.test.ts`, against a higher bar, but for notes.
  { name: "dark", look: { ...plain, colorScheme: "dark" }, rules: rulesOfLinks },
  { name: "forced colours", look: { ...plain, forcedColors: "active" }, rules: rulesOfLook },
  // Nothing that axe judges moves.
  ...(isFull
    ? [{ name: "reduced motion", look: { ...plain, reducedMotion: "reduce" as const }, rules: everyRule }]
    : []),
]

type Found = Record<string, readonly string[]>

/** As a phone shows it and, where asked for, in every other look and at 320 px. */
const judge = async (page: Page, state: string, found: Found, everyLook: boolean): Promise<void> => {
  found[state] = await breaches(page)
  if (!everyLook) return
  for (const { name, look, rules } of looks) {
    await page.emulateMedia(look)
    found[`${state}, ${name}`] = await breaches(page, isFull ? everyRule : state.includes("note") ? rulesOfLook : rules)
  }
  await page.emulateMedia(plain)
  await page.setViewportSize({ width: 320, height: 600 })
  found[`${state}, 320 px`] = await breaches(page, isFull ? everyRule : rulesOfSize)
  await page.setViewportSize(phone)
}

/** Makes the page say something kindly, where it can: one choice too many, or a search that finds nothing. */
const provoke = async ({ page, hand }: Walk, { key, kind, upTo, options = [] }: DisplayQuestion): Promise<boolean> => {
  if (kind === "choices" && upTo !== undefined && upTo < options.length) {
    for (const option of options) await hand.choose(`q.${key}`, option.key)
    await hand.press("next")
  } else if (kind === "school" || kind === "council") {
    await hand.write(`search.${key}`, "nowhere at all")
    await hand.press("search")
  } else return false
  await page.locator(".note").waitFor()
  return true
}

const clear = async ({ page }: Walk): Promise<void> => {
  const chosen = page.locator("label.card:has(input[type=checkbox]:checked)")
  while ((await chosen.count()) > 0) await chosen.first().click()
}

const lookThrough = async (id: FormId, everyLook: boolean): Promise<Found> => {
  const { page } = await site.visit({ bypassCSP: true })
  const walk: Walk = { page, hand: swift(page), form: askedForm(id) }
  const found: Found = {}
  const seen = new Set<string>()
  const given: WireAnswers = everyKindGiven(walk.form)

  await page.goto(site.url(`/survey/${id}`))
  await judge(page, "start", found, everyLook)
  await begin(walk, site.service().url)
  for (const stop of journey(walk.form, given).pages) {
    await arriveAt(walk, stop)
    for (const question of stop.questions) {
      const kind = kindOf(question)
      const isNew = isFull || !seen.has(kind)
      seen.add(kind)
      if (isNew) await judge(page, `${kind} fresh`, found, everyLook)
      if (isNew && (await provoke(walk, question))) {
        await judge(page, `${kind} with a note`, found, everyLook)
        await clear(walk)
      }
      await give(walk, question, given[question.key])
      if (isNew) await judge(page, `${kind} chosen`, found, everyLook)
    }
    await walk.hand.press("next")
  }
  await atTheEnd(walk)
  await judge(page, "end", found, everyLook)
  await page.route("**/api/trpc/submit", (route) => route.abort())
  await page.locator(sendButton).click()
  await page.locator(".note").waitFor()
  await judge(page, "end with a note", found, everyLook)
  return found
}

/** Elements differ between a form of pictures and one in easy read; colours and sizes of all are measured elsewhere. */
const formsWalked: readonly FormId[] = isFull ? formsLookedAt : ["6-8", "easy-read-9-12"]

const faulty = (found: Found) => Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))

test.for(formsWalked)(
  "%s: start, every kind of question fresh, chosen and with a note, and the end",
  {
    timeout: patience,
  },
  async (id) => {
    const found = await lookThrough(id, isFull || id === "6-8")
    const kinds = id === "4-5" ? 2 : 8
    expect(Object.keys(found).length).toBeGreaterThan(kinds * 2)
    expect(faulty(found)).toEqual({})
  },
)

const endings = (id: FormId) => [`/finished/${id}`, ...(isFull || id === "6-8" ? [`/stopped/${id}`] : [])]
const pages = [...sitePages, "/class", ...formsLookedAt.flatMap(endings)]

test.for(pages)("axe finds nothing at %s", { timeout: patience }, async (path) => {
  const { page } = await site.stay({ bypassCSP: true })
  const response = await page.goto(site.url(path))
  expect(response?.status()).toBe(path === "/no-such-page" ? 404 : 200)
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true
  })
  const found: Found = {}
  await judge(page, "page", found, isFull || path === "/" || path.endsWith("/6-8"))
  expect(faulty(found)).toEqual({})
})
