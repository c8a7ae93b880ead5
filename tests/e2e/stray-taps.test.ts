/** In a real browser, whatever is tapped twice, too soon or by accident, only what was checked on a settled page is sent. */
import fc from "fast-check"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { type FormId, formIds } from "../../policy/data/form-id.ts"
import { settled } from "../support/e2e/settled.ts"
import { useSite } from "../support/e2e/site.ts"
import { windows } from "../support/e2e/windows.ts"

const site = useSite()
const isFull = process.env["FULL"] === "1"
/** A browser takes a second for each; `tests/surveys/hurried.test.ts` tries thousands without one. */
const sequences = isFull ? 20 : 4

interface Press {
  /** Shares of the window's width and height. */
  readonly x: number
  readonly y: number
  /** Whether the page may settle first. */
  readonly patient: boolean
  /** Twice in the same place, or by a key on one of the page's buttons and boxes instead. */
  readonly kind: "once" | "twice" | "key"
}

/** A number of a wide range would nearly always be close to nothing. */
const share = fc.integer({ min: 0, max: 999 }).map((part) => part / 1_000)
const presses = fc.array(
  fc.record<Press>({
    x: share,
    // Next is at the foot of a page: a third of all presses go there.
    y: fc.oneof({ weight: 2, arbitrary: share }, { weight: 1, arbitrary: fc.constant(0.94) }),
    patient: fc.boolean(),
    kind: fc.constantFrom("once", "twice", "key"),
  }),
  { minLength: 20, maxLength: 60 },
)

/** Inside the page: what was checked on a settled page when a button was pressed, up to and with Send. */
const play = (page: Page, all: readonly Press[]): Promise<readonly string[]> =>
  page.evaluate(async (all) => {
    const seen = new Set<string>()
    const form = () => document.querySelector<HTMLFormElement>(".survey form")
    const takesPresses = () => {
      const shown = form()
      return shown !== null && getComputedStyle(shown).pointerEvents !== "none"
    }
    const settle = async () => {
      for (let tries = 0; !takesPresses() && tries < 2_000; tries++)
        await new Promise((resolve) => setTimeout(resolve, 2))
    }
    const isOurs = (target: Element) => target.closest(".survey form") !== null && !target.closest("[value=clear]")
    const click = (target: Element | null) => {
      if (!(target instanceof HTMLElement) || !isOurs(target)) return
      if (target.closest("[name=go]") && takesPresses())
        for (const { name, value } of document.querySelectorAll<HTMLInputElement>(".survey input:checked"))
          seen.add(`${name} ${value}`)
      target.click()
    }
    const button = (go: string) => document.querySelector(`.survey button[name=go][value=${go}]`)
    for (const { x, y, patient, kind } of all) {
      if (patient) await settle()
      if (kind === "key") {
        const stops = [...document.querySelectorAll(".survey input, .survey button:not([value=send])")]
        click(stops[Math.floor(x * stops.length)] ?? null)
        continue
      }
      for (let times = kind === "twice" ? 2 : 1; times > 0; times--) {
        const target = document.elementFromPoint(x * innerWidth, y * innerHeight)
        if (target?.closest("[value=send]")) continue
        click(target?.closest("label, button, summary") ?? target)
      }
    }
    for (let pages = 0; pages < 200 && !button("send"); pages++) {
      await settle()
      click(button("next") ?? button("start") ?? button("resume"))
      await new Promise((resolve) => setTimeout(resolve))
    }
    await settle()
    click(button("send"))
    return [...seen]
  }, all)

/** Each answer as the field that gave it. */
const fieldsOf = (answers: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(answers).flatMap(([key, answer]) => {
    if (typeof answer === "string") return [`q.${key} ${answer}`]
    if (Array.isArray(answer)) return answer.map((each) => `q.${key} ${each}`)
    return Object.entries(Object(answer)).map(([row, value]) => `q.${key}.${row} ${value}`)
  })

const cases = formIds.flatMap((form, at) =>
  windows
    .filter((_, which) => isFull || (at % 2 === 0 && which === at % windows.length))
    .map((viewport) => ({ form, viewport })),
)

test.for(cases)(
  "$form at $viewport.width × $viewport.height: only what was seen is sent",
  { timeout: isFull ? 600_000 : 120_000 },
  async ({ form, viewport }) => {
    const { page } = await site.visit({ viewport })
    let sent: Readonly<Record<string, unknown>> | undefined
    await page.route("**/api/trpc/submit", (route) => {
      sent = route.request().postDataJSON().answers
      return route.fulfill({ contentType: "application/json", body: '{"result":{"data":{}}}' })
    })
    const once = async (id: FormId, all: readonly Press[]): Promise<number> => {
      sent = undefined
      await page.goto(site.url(`/survey/${id}`))
      await settled(page)
      const seen = await play(page, all)
      await page.waitForURL("**/finished/**")
      const fields = fieldsOf(sent ?? {})
      for (const field of fields) expect(seen).toContain(field)
      return fields.length
    }
    let answers = 0
    for (const all of fc.sample(presses, { numRuns: sequences, ...(isFull ? {} : { seed: 15 }) }))
      answers += await once(form, all)
    expect(answers).toBeGreaterThan(sequences)
  },
)
