/** A page drawn with answers and posted unchanged returns the same answers, for every page of every form. */
import { renderToString } from "solid-js/web"
import { describe, expect, test } from "vitest"
import { dontKnow, preferNotToSay, type WireAnswer, type WireAnswers } from "../../policy/data/answer.ts"
import { notInThisList } from "../../policy/data/register.ts"
import { Survey } from "../../src/components/survey.tsx"
import type { QuestionView } from "../../src/components/view.ts"
import { type DisplayForm, type DisplayQuestion, displayForm } from "../../surveys/display-form.ts"
import { forms } from "../../surveys/forms.ts"
import { pageAnswers } from "../../surveys/page-answers.ts"
import { fieldsOf } from "../support/pages/html.ts"

const awkward = `He writes "no" & <left>, isn't it`

/** Ways to answer this question, each to be found again. */
const waysToAnswer = (question: DisplayQuestion): readonly WireAnswer[] => {
  const { kind, options = [], rows = [] } = question
  const declined = [preferNotToSay, ...(question.dontKnow ? [dontKnow] : [])]
  const keys = options.map((option) => option.key)
  const own = options.some((option) => option.own) ? [{ other: awkward }] : []
  switch (kind) {
    case "text":
      return [{ text: awkward }, { text: "one\ntwo" }, preferNotToSay]
    case "postcode":
      return declined
    case "grid": {
      const cells = [...keys, preferNotToSay]
      return [Object.fromEntries(rows.map(({ key }, at) => [key, cells[at % cells.length] ?? ""]))]
    }
    case "choices":
      return [keys.slice(0, 2), [...keys.slice(0, 1), ...own], ...declined]
    case "choice":
      return [
        ...keys.filter((key) => options.every((option) => option.key !== key || !option.own)),
        ...own,
        ...declined,
      ]
    default:
      return [notInThisList, "123456", ...declined]
  }
}

const drawn = (form: DisplayForm, place: number, answers: WireAnswers): string => {
  const page = form.pages[place]
  const stop = { place, section: page?.section ?? "", questions: page?.questions ?? [] }
  const view: QuestionView = { at: "question", stop, answers, sealed: "sealed" }
  return renderToString(() => <Survey form={form} view={view} />)
}

describe.each(forms.map(displayForm))("$id", (form) => {
  test("every way to answer is drawn as chosen, and read back the same", () => {
    for (const [place, { questions }] of form.pages.entries())
      for (const question of questions)
        for (const answer of waysToAnswer(question)) {
          const html = drawn(form, place, { [question.key]: answer })
          expect(pageAnswers(questions, fieldsOf(html)), question.key).toEqual({ [question.key]: answer })
        }
  })

  test("a fresh page has nothing chosen beforehand, and carries what was sealed", () => {
    for (const [place, { questions }] of form.pages.entries()) {
      const fields = fieldsOf(drawn(form, place, {}))
      expect(pageAnswers(questions, fields)).toEqual({})
      expect(fields.filter(([name]) => name === "sealed")).toEqual([["sealed", "sealed"]])
    }
  })

  test("the postcode, once given, is never shown again", () => {
    for (const [place, { questions }] of form.pages.entries())
      for (const { key } of questions.filter(({ kind }) => kind === "postcode"))
        expect(drawn(form, place, { [key]: { postcode: "ZZ9 9ZZ" } })).not.toContain("ZZ9")
  })
})
