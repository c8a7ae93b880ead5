/** Checks that every answer that a form admits has a category in the variables of its question, and that free text has no variable. */
import { describe, expect, test } from "vitest"
import { dontKnow, notAnswered, preferNotToSay } from "../../policy/data/answer.ts"
import type { Form } from "../../policy/data/form.ts"
import type { Question } from "../../policy/data/question.ts"
import { forms } from "../../surveys/forms.ts"
import { geography } from "../../surveys/variables/geography.ts"
import type { ResponseRecord, Variable } from "../../surveys/variables/variable.ts"
import { variableNamed, variables } from "../../surveys/variables/variables.ts"
import { heldSamples } from "../support/drawn-columns.ts"

const questions = forms.flatMap((form) =>
  form.pages.flatMap((page) => page.questions.map((asked) => ({ form, asked }))),
)
/** A council gives the geography only when the postcode does not. */
const readFrom = (key: string): readonly Variable[] =>
  variables.filter((each) => each.questions.includes(key) && !geography.includes(each))
const named = (name: string): Variable => {
  const found = variableNamed(name)
  if (found === undefined) throw new Error(`No variable is named ${name}.`)
  return found
}

const nowhere = { localAuthority: null, region: null, imdDecile: null }
const held = (
  form: Form["id"],
  answers: ResponseRecord["answers"],
  change: Partial<ResponseRecord> = {},
): ResponseRecord => ({
  ...{ form, answers, place: "not-asked", ...nowhere, flags: [] },
  ...change,
})

/** Every answer to a question that can be kept, without free text, one by one. */
const admitted = (question: Question): readonly unknown[] => {
  const nonResponses = [preferNotToSay, notAnswered, ...("dontKnow" in question && question.dontKnow ? [dontKnow] : [])]
  switch (question.kind) {
    case "choice":
      return [...nonResponses, ...question.options.map(({ key }) => key)]
    case "choices":
      return [...nonResponses, ...question.options.map(({ key }) => [key]), question.options.map(({ key }) => key)]
    case "grid":
      return [
        ...nonResponses,
        ...question.rows.flatMap((row) =>
          [...question.options.map(({ key }) => key), preferNotToSay].map((given) => ({ [row.key]: given })),
        ),
      ]
    case "school":
    case "council":
      return [...nonResponses, "not-in-this-list", "900001"]
    default:
      return []
  }
}

const elsewhere = ["other-answers", "not-on-form"]

describe("every question of every form", () => {
  test.each(questions.map(({ form, asked }) => [`${form.id} ${asked.key}`, form, asked] as const))(
    "%s",
    {
      tags: ["opt-out-on-every-question", "no-school-in-secure-settings"],
    },
    (_, form, asked) => {
      const own = readFrom(asked.key)
      if (asked.kind === "text") expect(own).toEqual([])
      // The postcode is destroyed; its variables are those of the geography.
      else if (asked.kind === "postcode") expect(variableNamed(asked.key)).toBeDefined()
      else expect(own.length).toBeGreaterThan(0)
      const here = own.filter(
        ({ categoryOf }) => !elsewhere.includes(categoryOf(held(form.id, { [asked.key]: notAnswered })) ?? ""),
      )
      expect(here.length > 0).toBe(own.length > 0)
      for (const { name, categories, categoryOf } of here) {
        const found = (answer: unknown) => categoryOf(held(form.id, { [asked.key]: answer }))
        const keys = categories.map(({ key }) => key)
        expect(
          admitted(asked).filter((answer) => !keys.includes(found(answer) ?? "")),
          name,
        ).toEqual([])
        expect([found(preferNotToSay), found(notAnswered)], name).toEqual([preferNotToSay, notAnswered])
        const isRegister = asked.kind === "school" || asked.kind === "council"
        expect([found("spaceship"), found(["spaceship"])], name).toEqual([
          isRegister ? "in-the-list" : undefined,
          undefined,
        ])
      }
    },
  )
})

const samples = heldSamples(250, 11)

test("every admitted response has one category in every variable", () => {
  const lost = variables.flatMap(({ name, categories, categoryOf, coded }) => {
    const keys = new Set(categories.map(({ key }) => key))
    return samples.filter((kept) => !keys.has(categoryOf(kept) ?? "") && !coded).map(() => name)
  })
  expect(lost).toEqual([])
  expect(samples.map(named("local-authority").categoryOf)).not.toContain(undefined)
})

test("names, titles and the words of categories are unique, and fit into a table", () => {
  for (const of of ["name", "title"] as const)
    expect(new Set(variables.map((each) => each[of])).size).toBe(variables.length)
  for (const { name, categories } of variables) {
    expect(name).toMatch(/^[a-z0-9.@-]+$/)
    for (const of of ["key", "words"] as const)
      expect(new Set(categories.map((each) => each[of])).size, name).toBe(categories.length)
    expect(categories.filter(({ words }) => words === "" || words === "Total" || words.includes("|"))).toEqual([])
  }
})

test("forms with the same answers share a variable, and forms with different answers have one each", () => {
  expect(named("hopes.job").note).toBeUndefined()
  expect(variableNamed("better-life")).toBeUndefined()
  expect(named("better-life@6-12").categoryOf(held("9-12", { "better-life": "better" }))).toBe("better")
  expect(named("better-life@6-12").categoryOf(held("13-17", { "better-life": "better" }))).toBe("other-answers")
  expect(named("better-life@13-17").note).toContain("6-8, 9-12, easy-read-6-8, easy-read-9-12")
  expect(named("better-life@6-12").categoryOf(held("4-5", {}))).toBe("not-on-form")
  expect(named("life-now.family@6-12").categoryOf(held("easy-read-6-8", { "life-now": { family: "okay" } }))).toBe(
    "okay",
  )
  expect(named("hopes.say").categoryOf(held("6-8", { hopes: ["job"] }))).toBe("not-on-form")
})

test("ages are in order in one variable, each within its band", () => {
  const ages = named("age").categories.map(({ key }) => key)
  expect(ages.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, at) => `${at + 6}`))
  expect(named("age").above).toBe("age-band")
  const band = (age: string) => named("age-band").categoryOf(held(Number(age) < 9 ? "6-8" : "9-12", { age }))
  expect(["6", "8", "9", "12"].map(band)).toEqual(["aged-6-8", "aged-6-8", "aged-9-12", "aged-9-12"])
  expect(band(preferNotToSay)).toBe(preferNotToSay)
})

test("a skipped question, a blank and the opt-out are three categories", () => {
  const school = (answers: ResponseRecord["answers"]) => named("school").categoryOf(held("9-12", answers))
  expect([school({}), school({ school: notAnswered }), school({ school: preferNotToSay })]).toEqual([
    "not-asked",
    notAnswered,
    preferNotToSay,
  ])
})

test("a row of a grid that was left blank counts as not answered", () => {
  const row = (given: unknown) => named("life-now.family@6-12").categoryOf(held("9-12", { "life-now": given }))
  expect([row({ friends: "okay" }), row({ family: preferNotToSay }), row(preferNotToSay)]).toEqual([
    notAnswered,
    preferNotToSay,
    preferNotToSay,
  ])
})

test("an authority is within its region, and a region within England", () => {
  const placed = held("9-12", {}, { place: "matched", localAuthority: "E06000001", region: "E12000001", imdDecile: 4 })
  const of = (name: string) => named(name).categoryOf(placed)
  expect(["local-authority", "region", "country", "imd-decile", "imd-quintile"].map(of)).toEqual([
    "E06000001",
    "E12000001",
    "england",
    "4",
    "fifth-2",
  ])
  expect(named("imd-decile").categoryOf({ ...placed, imdDecile: null })).toBe("no-decile")
})

test("a coarser level is a variable, and each category belongs to one of its categories", () => {
  const laddered = variables.filter((each) => each.above !== undefined)
  expect(laddered.map(({ name, above }) => `${name}<${above}`)).toEqual([
    "form<form-band",
    "local-authority<region",
    "region<country",
    "imd-decile<imd-quintile",
    "age<age-band",
    "setting<setting-kind",
  ])
  for (const { categoryOf, above = "" } of laddered) {
    const pairs = new Set(samples.map((kept) => `${categoryOf(kept)} ${named(above).categoryOf(kept)}`))
    expect(pairs.size, above).toBe(new Set(samples.map(categoryOf)).size)
  }
})
