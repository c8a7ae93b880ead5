/** The six forms as a whole: their length, their keys, their options, their pictures and what the browser must carry. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { supports } from "../../policy/data/approved-variables.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { settings } from "../../policy/data/setting.ts"
import { asked } from "../../surveys/asked.ts"
import { formOf, forms } from "../../surveys/forms.ts"

const icons: { readonly icons: object } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../node_modules/@iconify-json/fluent-emoji-flat/icons.json"), "utf8"),
)
/** Drawn by us, so that no face is happier than it need be. */
const drawnByUs = ["face-happy", "face-okay", "face-not-happy"]

const questionsOf = (form: (typeof forms)[number]) => form.pages.flatMap((page) => page.questions)
const partsOf = (question: ReturnType<typeof questionsOf>[number]) => [
  ...("options" in question ? question.options : []),
  ...("rows" in question ? question.rows : []),
]

const picturesIn = (within: unknown): readonly string[] =>
  within instanceof Object
    ? Object.entries(within).flatMap(([key, value]) => (key === "picture" ? [String(value)] : picturesIn(value)))
    : []

test("there are six, and each is found by its id", () => {
  expect(forms.map(({ id }) => id)).toEqual([...formIds])
  for (const id of formIds) expect(formOf(id).id).toBe(id)
})

test("pictures are named as the set names them, or are the three faces we draw", () => {
  const unknown = picturesIn(forms).filter((name) => !Object.hasOwn(icons.icons, name) && !drawnByUs.includes(name))
  expect(unknown).toEqual([])
})

describe.for(forms)("form $id", (form) => {
  const questions = questionsOf(form)

  test("has 12 to 20 pages; the 4-5 form, which asks nothing about the child, has 6", () => {
    if (form.id === "4-5") return expect(form.pages).toHaveLength(6)
    expect(form.pages.length).toBeGreaterThanOrEqual(12)
    expect(form.pages.length).toBeLessThanOrEqual(20)
  })

  test("goes through its sections in order, one after the other", () => {
    const passed = form.pages.map(({ section }) => section).filter((section, at, all) => section !== all[at - 1])
    expect(passed).toEqual(form.sections.map(({ key }) => key))
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

  test("never says one thing twice in a question", () => {
    for (const question of questions) {
      const words = ("options" in question ? question.options : []).map((option) => option.words)
      expect(new Set([...words, question.optOut]).size).toBe(words.length + 1)
    }
  })

  test("says kindly, wherever words are written, to leave out names and places", () => {
    for (const question of questions) {
      const writes = question.kind === "text" || partsOf(question).some((part) => "own" in part && part.own)
      const told = `${question.hint ?? ""} ${(question.sentences ?? []).map(({ words }) => words).join(" ")}`
      if (writes) expect(told, question.key).toMatch(/(leave out|not write)( any)? names/)
    }
  })

  test("gives the compact form that the browser carries at most 4 kB", () => {
    expect(gzipSync(JSON.stringify(asked(form))).length).toBeLessThanOrEqual(4096)
  })
})

describe.for(forms.filter(({ id }) => id !== "4-5"))("form $id", (form) => {
  const keysOf = (characteristic: string) =>
    questionsOf(form)
      .filter((question) => question.characteristic === characteristic)
      .flatMap(partsOf)
      .map(({ key }) => key)

  test("lists every support and every place to live, secure training centres too (F09)", () => {
    expect(keysOf("support")).toEqual([...supports])
    expect([...keysOf("setting")].sort()).toEqual([...settings].sort())
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
