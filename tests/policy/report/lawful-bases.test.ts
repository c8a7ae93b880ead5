/** Each question is listed with its basis, and each sensitive one with its condition; a missing one is named. */
import { describe, expect, test } from "vitest"
import type { FormDraft } from "../../../policy/data/form.ts"
import type { ConditionDraft } from "../../../policy/data/lawful-basis.ts"
import type { QuestionDraft } from "../../../policy/data/question.ts"
import { lawfulBases } from "../../../policy/report/lawful-bases.ts"
import { forms } from "../../../surveys/forms.ts"

const basis = { provision: "Art 6(1)(e)", version: "of 2026", inForce: "2026-02-05" }
const choice: QuestionDraft = {
  kind: "choice",
  key: "colour",
  ask: "Which colour?",
  category: "opinion",
  options: [{ key: "red", words: "Red" }],
}
const form = (id: string, ...questions: readonly QuestionDraft[]): FormDraft => ({
  id,
  title: id,
  ages: [6, 7, 8],
  basis,
  sections: [],
  pages: [{ section: "s", questions }],
})
const asked = (question: Partial<QuestionDraft>) =>
  lawfulBases([form("a", { ...choice, ...question } as QuestionDraft)]).slice(1)

const condition: ConditionDraft = {
  article: "Art 9(2)(g)",
  schedule1: ["para 6", "para 8"],
  version: "of 2021",
  inForce: "2021-01-01",
}
const given = (change: ConditionDraft = {}) => asked({ condition: { ...condition, ...change } })[0]

test("every form has its basis, and forms with the same words share a row", () => {
  const text = { basis: "Art 6(1)(e)", version: "of 2026", inForce: "2026-02-05", unsettled: [] }
  expect(lawfulBases([form("a", choice), form("b", choice)])).toEqual([
    { what: "every question", forms: ["a", "b"], ...text },
  ])
  expect(lawfulBases(forms)[0]?.forms).toEqual(forms.map(({ id }) => id))
})

test("a form without a basis shows as such, with no text of the law", () => {
  const { basis: _, ...without } = form("a", choice)
  expect(lawfulBases([without])).toEqual([
    { what: "every question", forms: ["a"], basis: "none is given", unsettled: [] },
  ])
})

describe("a condition", () => {
  test("is given with its article, its paragraphs and the text of the law", () => {
    expect(given()).toEqual({
      what: "question “colour”",
      forms: ["a"],
      basis: "Art 9(2)(g); para 6; para 8",
      version: "of 2021",
      inForce: "2021-01-01",
      unsettled: [],
    })
  })

  test("names its policy document, or what that waits for", () => {
    expect(given({ policyDocument: { reference: "Policy 7" } })).toMatchObject({
      basis: "Art 9(2)(g); para 6; para 8; appropriate policy document Policy 7",
      unsettled: [],
    })
    expect(given({ policyDocument: { unsettled: "F18" } })).toMatchObject({
      basis: "Art 9(2)(g); para 6; para 8",
      unsettled: ["F18"],
    })
  })

  test("that the DPIA does not give says so, and nothing of any law", () => {
    expect(asked({ condition: { unsettled: "F17" } })[0]).toEqual({
      what: "question “colour”",
      forms: ["a"],
      basis: "none is given by the DPIA",
      unsettled: ["F17"],
    })
  })

  test("that lacks its parts says which, and claims no others", () => {
    expect(asked({ condition: {} })[0]).toStrictEqual({
      what: "question “colour”",
      forms: ["a"],
      basis: "no article",
      unsettled: [],
    })
  })
})

describe("a sensitive question", () => {
  const options = [
    { key: "plain", words: "Plain" },
    { key: "bare", words: "Bare", infers: "health" as const },
    { key: "both", words: "Both", infers: "criminal-offence" as const, condition: { unsettled: "F17" } },
    { key: "only", words: "Only", condition },
  ]

  test("an option is listed when it lets something be inferred or has a condition, and else not", () => {
    expect(asked({ options }).map(({ what, reveals, basis }) => [what, reveals, basis])).toEqual([
      ["option “bare” of question “colour”", "health", "no condition is given"],
      ["option “both” of question “colour”", "criminal-offence", "none is given by the DPIA"],
      ["option “only” of question “colour”", undefined, "Art 9(2)(g); para 6; para 8"],
    ])
    expect(asked({ options }).map(({ forms }) => forms)).toEqual([["a"], ["a"], ["a"]])
    expect(asked({ options })[0]?.unsettled).toEqual([])
    expect(asked({ options })[2]).not.toHaveProperty("reveals")
    expect(asked({})).toEqual([])
  })

  test("so is a row of a grid; a question of words alone has neither", () => {
    const grid = { kind: "grid" as const, rows: [{ key: "row", words: "Row", infers: "health" as const }] }
    expect(asked(grid).map(({ what }) => what)).toEqual(["option “row” of question “colour”"])
    const { options: _, ...words } = { ...choice, kind: "text", upTo: 10 }
    expect(lawfulBases([form("a", words as QuestionDraft)])).toHaveLength(1)
  })

  test("a question about an ethnic group reveals an origin, and another with a condition nothing by itself", () => {
    expect(asked({ category: "ethnic-group", condition })[0]?.reveals).toBe("ethnic-origin")
    expect(given()).not.toHaveProperty("reveals")
    expect(asked({ category: "ethnic-group" })).toEqual([])
  })

  test("the same of two forms is one row, and of one form asked twice too", () => {
    const question = { ...choice, condition }
    expect(lawfulBases([form("a", question, question), form("b", question)]).slice(1)).toMatchObject([
      { what: "question “colour”", forms: ["a", "b"] },
    ])
  })
})
