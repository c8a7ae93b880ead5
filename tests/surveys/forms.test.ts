/** Checks the six forms as a whole: their length, keys, options, and their size in the browser. */
import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { noneOfThese, supports } from "../../policy/data/approved-variables.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { settings } from "../../policy/data/setting.ts"
import { words as shared } from "../../src/components/words.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { formOf, forms } from "../../surveys/forms.ts"

const questionsOf = (form: (typeof forms)[number]) => form.pages.flatMap((page) => page.questions)
const partsOf = (question: ReturnType<typeof questionsOf>[number]) => [
  ...("options" in question ? question.options : []),
  ...("rows" in question ? question.rows : []),
]

test("there are six forms, and each is found by its id", () => {
  expect(forms.map(({ id }) => id)).toEqual([...formIds])
  for (const id of formIds) expect(formOf(id).id).toBe(id)
})

describe.for(forms)("form $id", (form) => {
  const questions = questionsOf(form)

  test("has 12 to 20 pages; the 4-5 form, which asks nothing about the child, has 6", () => {
    if (form.id === "4-5") return expect(form.pages).toHaveLength(6)
    expect(form.pages.length).toBeGreaterThanOrEqual(12)
    expect(form.pages.length).toBeLessThanOrEqual(20)
  })

  test("goes through its sections in order, one after the other", () => {
    const order = form.pages.map(({ section }) => section).filter((section, at, all) => section !== all[at - 1])
    expect(order).toEqual(form.sections.map(({ key }) => key))
  })

  test("has keys in kebab-case, each once in its form or question", () => {
    const keys = questions.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const list of [keys, ...questions.map((question) => partsOf(question).map(({ key }) => key))])
      for (const key of list) expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const question of questions)
      for (const list of ["options" in question ? question.options : [], "rows" in question ? question.rows : []])
        expect(new Set(list.map(({ key }) => key)).size).toBe(list.length)
  })

  test("offers at most 16 options, and no more of them than there are", () => {
    for (const question of questions) {
      if (!("options" in question)) continue
      expect(question.options.length).toBeLessThanOrEqual(16)
      if (question.kind === "choices") expect(question.upTo).toBeLessThanOrEqual(question.options.length)
    }
  })

  test("offers no two options of a question in the same words", () => {
    for (const question of questions) {
      const words = ("options" in question ? question.options : []).map((option) => option.words)
      expect(new Set([...words, question.optOut]).size).toBe(words.length + 1)
    }
  })

  test("asks to leave out names and places wherever a child can write", () => {
    for (const question of questions) {
      const text = `${question.hint ?? ""} ${(question.sentences ?? []).map(({ words }) => words).join(" ")}`
      if (question.kind === "text") expect(text, question.key).toMatch(/(leave out|not write)( any)? names/)
    }
    // The box next to "other" opens with these words above it.
    expect(shared.ownWords).toContain("without names or places")
  })

  test("takes at most 4 kB in the browser", () => {
    expect(gzipSync(JSON.stringify(displayForm(form))).length).toBeLessThanOrEqual(4096)
  })
})

describe.for(forms.filter(({ id }) => id !== "4-5"))("form $id", (form) => {
  const keysOf = (characteristic: string) =>
    questionsOf(form)
      .filter((question) => question.characteristic === characteristic)
      .flatMap(partsOf)
      .map(({ key }) => key)

  const custody = ["young-offender-institution", "secure-training-centre", "youth-offending-team"]
  const isYoungest = form.ages.includes(6)
  const offered = <const K extends string>(list: readonly K[]) =>
    list.filter((key) => !(isYoungest && custody.includes(key)))

  test("lists every support and place to live (F09), but nothing about offences at ages 6 to 8 (F43)", () => {
    expect(keysOf("support")).toEqual([...offered(supports), noneOfThese])
    expect([...keysOf("setting")].sort()).toEqual([...offered(settings)].sort())
    expect([...keysOf("support"), ...keysOf("setting")].filter((key) => custody.includes(key))).toHaveLength(
      isYoungest ? 0 : 3,
    )
  })

  test("offers each age of the form once, in order, and easy read 9-12 up to 17 (F44)", () => {
    expect(keysOf("age")).toEqual(form.ages.map(String))
    if (form.id === "easy-read-9-12") expect([form.ages[0], form.ages.at(-1)]).toEqual([9, 17])
  })

  test("asks each of the four subjects in a closed question", () => {
    const closed = questionsOf(form).filter((question) => question.topic && question.kind !== "text")
    expect(new Set(closed.map(({ topic }) => topic)).size).toBe(4)
  })

  test("asks about the place last, and only of a child who named a community setting", () => {
    expect(
      questionsOf(form)
        .slice(-3)
        .map(({ characteristic, askedWhen }) => [characteristic, askedWhen]),
    ).toEqual([
      ["school", "community-setting"],
      ["home-postcode", "community-setting"],
      ["local-council", "community-setting"],
    ])
  })
})

test("the child's part of the 4-5 form is pictures to tap", () => {
  for (const question of questionsOf(formOf("4-5")).filter(({ respondent }) => respondent === "child")) {
    expect(question.kind).toBe("choices")
    expect(partsOf(question).filter(({ picture }) => !picture)).toEqual([])
  }
})
