/** What every question page must have: its opt-out, its way back, its way out, and Next first in its form. */
import { renderToString } from "solid-js/web"
import { describe, expect, test } from "vitest"
import { optOutWords, preferNotToSay } from "../../policy/data/answer.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import { Survey } from "../../src/components/survey.tsx"
import type { QuestionView, View } from "../../src/components/view.ts"
import { words } from "../../src/components/words.ts"
import { surveyPage } from "../../src/pages/survey.tsx"
import { type DisplayForm, displayForm } from "../../surveys/display-form.ts"
import { formOf, forms } from "../../surveys/forms.ts"
import { noReplyIn } from "../../surveys/no-reply.ts"
import { attribute, tags } from "../support/pages/html.ts"

const pagesOf = (form: DisplayForm): ReadonlyArray<readonly [QuestionView, string]> =>
  form.pages.map(({ section, questions }, place) => {
    const view: QuestionView = { at: "question", stop: { place, section, questions }, answers: {} }
    return [view, renderToString(() => <Survey form={form} view={view} />)] as const
  })

const goes = (html: string) =>
  tags(html, "(?:button|input)")
    .filter((tag) => attribute(tag, "type") === "submit")
    .map((tag) => attribute(tag, "value"))

const wholePage = (id: FormId, view: View): string => {
  const form = formOf(id)
  return surveyPage({ form, display: displayForm(form), view, mode: "live" })
}

const isHiddenStop = (tag: string): boolean => attribute(tag, "value") === "stop" && /\shidden[\s>]/.test(tag)

describe.each(forms.map(displayForm))("$id", (form) => {
  test("Enter presses Next, also where there is a search; Back and Stop are on every page", () => {
    for (const [view] of pagesOf(form)) {
      const searches = view.stop.questions.some(({ kind }) => kind === "school" || kind === "council")
      const html = wholePage(form.id, view)
      expect(goes(html)).toEqual(["next", "stop", ...(searches ? ["search"] : []), "back", "next"])
      expect(tags(html, "button").filter(isHiddenStop)).toEqual([])
    }
  })

  test("there is nothing to stop before the first question, nor once the answers are on their way", () => {
    const views: readonly View[] = [{ at: "start" }, { at: "stopped" }, { at: "send", sending: true }]
    for (const view of views) expect(tags(wholePage(form.id, view), "button").filter(isHiddenStop)).toHaveLength(1)
  })

  test("a long list opens on the same page, and is open where something in it was chosen or written", () => {
    for (const [view] of pagesOf(form)) {
      const [question] = view.stop.questions
      const further = question?.options?.slice(question.usual)
      if (question?.usual === undefined) continue
      const isOpen = (extra: Partial<QuestionView>) =>
        /<details class="further" open/.test(wholePage(form.id, { ...view, ...extra }))
      expect(isOpen({})).toBe(false)
      expect(isOpen({ answers: { setting: "with-parents" } })).toBe(false)
      expect(isOpen({ answers: { setting: preferNotToSay } })).toBe(false)
      for (const { key } of further ?? []) expect(isOpen({ answers: { setting: key } }), key).toBe(true)
      expect(isOpen({ answers: { setting: { other: "a boat" } } })).toBe(true)
      expect(isOpen({ note: { kind: "own-words-without-other", question: "setting" }, own: "a boat" })).toBe(true)
    }
  })

  test("every question offers the opt-out, and a grid on every row too", () => {
    for (const [view, html] of pagesOf(form))
      for (const { key, kind, rows = [] } of view.stop.questions) {
        const names = tags(html, "input")
          .filter((tag) => attribute(tag, "value") === preferNotToSay)
          .map((tag) => attribute(tag, "name"))
        const wanted = kind === "grid" ? rows.map((row) => `q.${key}.${row.key}`) : [`q.${key}`]
        expect(names).toEqual(expect.arrayContaining(wanted))
        expect(html).toContain(optOutWords)
      }
  })

  test("nothing is required, timed or moved on by itself", () => {
    for (const [, html] of pagesOf(form)) expect(html).not.toMatch(/\srequired|\sautofocus|http-equiv|aria-required/)
  })

  test("a page where one may write says before its box that nobody can write back", () => {
    for (const [view, html] of pagesOf(form))
      if (view.stop.questions.some(({ kind }) => kind === "text")) {
        for (const { words: said } of noReplyIn(form.id)) {
          expect(html).toContain(said)
          expect(html.indexOf(said)).toBeLessThan(html.indexOf("<textarea"))
        }
      }
  })

  test("words of any script are written in their own direction", () => {
    for (const [view, html] of pagesOf(form)) {
      const isPostcode = view.stop.questions.some(({ kind }) => kind === "postcode")
      const boxes = [...tags(html, "textarea"), ...tags(html, "input")].filter(
        (tag) => tag.startsWith("<textarea") || attribute(tag, "type") === "text",
      )
      expect(boxes.filter((tag) => attribute(tag, "dir") !== "auto")).toHaveLength(isPostcode ? 1 : 0)
    }
  })

  test("a page about what may hurt says where Help is", () => {
    const hurting = pagesOf(form).filter(([view]) =>
      view.stop.questions.some(({ key }) => ["life-now", "barriers", "world-now", "worries"].includes(key)),
    )
    expect(hurting.length).toBeGreaterThan(form.id === "4-5" ? -1 : 12)
    for (const [, html] of hurting) expect(html).toContain(words.talk)
  })

  test("the sending page sums nothing up", () => {
    const view: View = { at: "send", sealed: "sealed" }
    const html = renderToString(() => <Survey form={form} view={view} />)
    expect(goes(wholePage(form.id, view))).toEqual(["next", "stop", "back", "send"])
    for (const { ask } of form.pages.flatMap(({ questions }) => questions)) expect(html).not.toContain(ask)
  })
})
