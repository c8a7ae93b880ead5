/** Checks that an easy-read form differs from its standard form only in words and pictures, at run time too. */
import { describe, expect, test } from "vitest"
import type { Form } from "../../policy/data/form.ts"
import { derivedFrom } from "../../policy/data/form-scope.ts"
import { formOf } from "../../surveys/forms.ts"
import { sentencesOf } from "../support/surveys/reading.ts"

const wordings = ["ask", "hint", "picture", "sentences", "words"]

/** The ages may go further (F44), which the tests of the forms check. */
const withoutAges = (form: Form) =>
  form.pages.map(({ questions, ...page }) => ({
    ...page,
    questions: questions.map((each) => (each.key === "age" ? { ...each, options: [] } : each)),
  }))

/** A question without what easy read may change. */
const bare = (within: unknown): unknown => {
  if (Array.isArray(within)) return within.map(bare)
  if (!(within instanceof Object)) return within
  return Object.fromEntries(
    Object.entries(within)
      .filter(([key]) => !wordings.includes(key))
      .map(([key, value]) => [key, bare(value)]),
  )
}

describe.for(Object.entries(derivedFrom) as [keyof typeof derivedFrom, "6-8" | "9-12"][])("%s", ([id, standardId]) => {
  const easy = formOf(id)
  const standard = formOf(standardId)
  const questions = easy.pages.flatMap((page) => page.questions)

  test("has the same pages, questions, options, opt-outs, categories and conditions", () => {
    expect(bare(withoutAges(easy))).toEqual(bare(withoutAges(standard)))
    expect([easy.purpose, easy.basis]).toEqual([standard.purpose, standard.basis])
    expect(easy.ages.slice(0, standard.ages.length)).toEqual(standard.ages)
    expect(easy.derivedFrom).toBe(standardId)
  })

  test("asks in sentences, each with its picture, without a hint", () => {
    for (const { ask, sentences = [], hint } of questions) {
      expect(sentences.map(({ words }) => words).join(" ")).toBe(ask)
      expect(sentences.flatMap(({ words }) => sentencesOf(words))).toHaveLength(sentences.length)
      expect(sentences.filter(({ picture }) => !picture)).toEqual([])
      expect(hint).toBeUndefined()
    }
  })

  test("gives each option and row one sentence and one picture of its own words", () => {
    for (const question of questions)
      for (const part of [
        ...("options" in question ? question.options : []),
        ...("rows" in question ? question.rows : []),
      ]) {
        expect(sentencesOf(part.words), part.words).toHaveLength(1)
        expect(part.picture, part.words).toBeTruthy()
      }
  })

  test("gives each fact of its notice one sentence and one picture", () => {
    const { version, title, ...parts } = easy.privacy.child
    for (const fact of Object.values(parts).flat()) {
      expect(sentencesOf(fact.words), fact.words).toHaveLength(1)
      expect(fact.picture, fact.words).toBeTruthy()
    }
  })
})
