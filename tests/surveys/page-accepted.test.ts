/** Whatever a page lets pass, the server accepts: every page of every form, with script and without, and words from anywhere. */
import { Effect, Exit } from "effect"
import fc from "fast-check"
import { expect, test, vi } from "vitest"
import type { WireAnswers } from "../../policy/data/answer.ts"
import { surveyStep } from "../../src/server/survey-step.ts"
import { type DisplayForm, displayForm } from "../../surveys/display-form.ts"
import { formOf, forms } from "../../surveys/forms.ts"
import type { Fields } from "../../surveys/page-answers.ts"
import { admitted } from "../support/policy/admission.ts"
import { awkwardPage, declinedPage } from "../support/surveys/awkward-page.ts"

const door = vi.hoisted(() => ({ send: vi.fn(), search: vi.fn() }))
vi.mock("../../src/browser/door.ts", () => door)

// Files share a process: the page may be loaded already, with the door of another file.
vi.resetModules()
const { createProgress } = await import("../../src/browser/progress.ts")

/** The fields of every page of a form, by place. */
type Filled = readonly Fields[]

const filled = (form: DisplayForm): fc.Arbitrary<Filled> =>
  fc.tuple(
    ...form.pages.map(({ questions }) =>
      // The form data of a browser holds no half characters.
      awkwardPage(questions).map((fields) => fields.map(([name, value]) => [name, value.toWellFormed()] as const)),
    ),
  )

const withScript = async (form: DisplayForm, pages: Filled): Promise<WireAnswers> => {
  door.send.mockReset().mockResolvedValue("sent")
  const progress = createProgress(form)
  progress.start()
  for (let view = progress.view(); view.at === "question"; view = progress.view()) {
    await progress.next(view.note ? declinedPage(view.stop.questions) : (pages[view.stop.place] ?? []))
  }
  expect(await progress.send()).toBe(true)
  return door.send.mock.calls[0]?.[0].answers
}

const posted = (fields: Fields): Fields =>
  [...new URLSearchParams(new URLSearchParams(fields.map(([name, value]) => [name, value])).toString())].map(
    ([name, value]) => [name, value.replaceAll(/\r\n?|\n/g, "\r\n")] as const,
  )

const withoutScript = (form: DisplayForm, pages: Filled): WireAnswers => {
  let step = surveyStep(form, [["go", "start"]], undefined, 0)
  while (step.to === "page" && step.view.at === "question") {
    const { stop, note } = step.view
    const fields = note ? declinedPage(stop.questions) : posted(pages[stop.place] ?? [])
    step = surveyStep(form, [...fields, ["go", "next"]], step.state, 0)
  }
  expect(step.to).toBe("page")
  return step.to === "page" ? step.state.answers : {}
}

test.each(forms)("form $id", { timeout: 300_000 }, async (form) => {
  const display = displayForm(form)
  await fc.assert(
    fc.asyncProperty(filled(display), async (pages) => {
      const answers = await withScript(display, pages)
      const posts = withoutScript(display, pages)
      for (const each of [answers, posts]) {
        const exit = await Effect.runPromiseExit(admitted(form.id, each))
        expect(Exit.isSuccess(exit), JSON.stringify(exit)).toBe(true)
      }
      expect(posts).toEqual(answers)
    }),
    { numRuns: process.env["FULL"] === "1" ? 2_000 : 100 },
  )
})

test("nothing and something else at once are asked about, and neither is dropped", () => {
  const form = displayForm(formOf("9-12"))
  const fields = [
    ["q.barriers", "nothing"],
    ["q.barriers", "bullying"],
    ["go", "next"],
  ] as const
  const place = form.pages.findIndex(({ questions }) => questions.some(({ key }) => key === "barriers"))
  const state = { token: "", place, answers: {}, begun: 0 }
  const step = surveyStep(form, fields, state, 0)
  expect(step).toMatchObject({
    to: "page",
    view: { note: { kind: "not-together", question: "barriers" }, answers: { barriers: ["nothing", "bullying"] } },
  })
})
