/** A page without answers is rendered once for each cache and joined around its sealed field; a page with answers is not cached. */
import { describe, expect, test } from "vitest"
import type { QuestionView } from "../../src/components/view.ts"
import { surveyPage } from "../../src/pages/survey.tsx"
import { plainParts } from "../../src/server/gzip-parts.ts"
import { surveyPages } from "../../src/server/survey-page-cache.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { formOf } from "../../surveys/forms.ts"
import { journey } from "../../surveys/journey.ts"

const form = formOf("9-12")
const stop = journey(displayForm(form), {}).pages[0]
if (stop === undefined) throw new Error("The form has no page.")
const view: QuestionView = { at: "question", stop, answers: {}, sealed: "2027-04-20.abc" }
const rehearsal = { mode: "rehearsal", script: "/script.js" } as const

const text = (parts: Parameters<typeof plainParts>[0]) => plainParts(parts).toString()

describe("a page cache", () => {
  test("gives the page as it is rendered in one piece", () => {
    const { parts, display } = surveyPages(rehearsal)
    const whole = surveyPage({ form, display: display(form), view, ...rehearsal })
    expect(text(parts(form, view, false))).toBe(whole)
    expect(text(parts(form, { ...view, sealed: "other" }, false))).toBe(whole.replace("2027-04-20.abc", "other"))
  })

  test("renders a page without answers once, and a page with answers each time", () => {
    const { parts } = surveyPages(rehearsal)
    const [first] = parts(form, view, false)
    expect(parts(form, view, false)[0]).toBe(first)
    parts(form, { ...view, answers: { age: "10" } }, true)
    const [later] = parts(form, view, false)
    expect(later).toBe(first)
    expect(text(parts(form, view, false))).not.toMatch(/ checked/)
  })

  test("is not shared: another cache renders for its own mode and script", () => {
    const live = surveyPages({ mode: "live" })
    const [rehearsed, other] = [
      text(surveyPages(rehearsal).parts(form, view, false)),
      text(live.parts(form, view, false)),
    ]
    expect(rehearsed).toContain("/script.js")
    expect(rehearsed).toContain("rehearsal")
    expect(other).not.toMatch(/script\.js|rehearsal/)
  })
})
