/** Leads a child's page to a later question without looking at those before, for tests of what comes then: a tenth of the work of a walk. */
import type { Page } from "playwright-core"
import type { WireAnswers } from "../../../policy/data/answer.ts"
import { askedUntil, fieldsOf, scriptless } from "./scriptless.ts"
import { settled } from "./settled.ts"
import { begin, fieldOf, type Walk } from "./walk.ts"

interface Stop {
  /** Selects the fields by which the page is known. */
  readonly field: string
  readonly fields: readonly (readonly [string, string])[]
}

const stopsOf = ({ form }: Walk, given: WireAnswers, untilKey?: string): readonly Stop[] =>
  askedUntil(form, given, untilKey).map(({ questions }) => ({
    field: questions.map(fieldOf).join(),
    fields: questions.flatMap((question) => fieldsOf(question, given[question.key])),
  }))

/** Inside the page, which takes no press before it has settled. */
const pressThrough = (page: Page, stops: readonly Stop[]): Promise<void> =>
  page.evaluate(async (stops) => {
    const until = async <A>(found: () => A | null | undefined): Promise<A> => {
      for (let tries = 0; tries < 2_000; tries++) {
        const there = found()
        if (there !== null && there !== undefined) return there
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      throw new Error("a page did not come")
    }
    for (const { field, fields } of stops) {
      await until(() => document.querySelector(field))
      await until(() => {
        const form = document.querySelector(".survey form")
        return form !== null && getComputedStyle(form).pointerEvents !== "none" ? form : undefined
      })
      for (const [name, value] of fields) {
        const named = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)]
        const choice = named.find((each) => (each.type === "radio" || each.type === "checkbox") && each.value === value)
        const [box] = named
        if (choice) choice.click()
        else if (box) {
          box.value = value
          box.dispatchEvent(new Event("input", { bubbles: true }))
        }
      }
      document.querySelector<HTMLElement>("button[name=go][value=next]:not([aria-hidden])")?.click()
    }
  }, stops)

/** With script, from the first question on. */
export const skipFrom = (walk: Walk, given: WireAnswers, untilKey?: string): Promise<void> =>
  pressThrough(walk.page, stopsOf(walk, given, untilKey))

/** Begins, and goes to the question of this key or to the sending page; without script the page comes from a bare client. */
export const skipTo = async (
  walk: Walk,
  { url, script }: { readonly url: string; readonly script: boolean },
  given: WireAnswers,
  untilKey?: string,
): Promise<void> => {
  const { page, form } = walk
  if (script) {
    await begin(walk, url)
    await skipFrom(walk, given, untilKey)
  } else {
    const address = `${url}/survey/${form.id}`
    const pages = await scriptless(url, form).walk(given, { untilKey })
    const [last] = pages.slice(-1)
    await page.route(address, (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: last?.text ?? "" }),
    )
    await page.goto(address)
    await page.unroute(address)
  }
  await settled(page)
}
