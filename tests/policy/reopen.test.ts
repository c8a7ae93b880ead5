/** An admitted and matched response of every form is read again unchanged; an impossible one is refused without its content. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { formIds } from "../../policy/data/form-id.ts"
import { reopen } from "../../policy/response/reopen.ts"
import { formOf } from "../../surveys/forms.ts"
import { admittedAndMatched } from "../support/policy/matched-response.ts"
import { day } from "../support/policy/team.ts"

const on = day("2027-04-20")
const tags = ["responses-are-anonymous-and-final", "postcode-destroyed-after-matching"] as const
const home = { setting: "with-parents", school: "900001", "home-postcode": { postcode: "ZZ1 1AB" } }
const given = { ...home, age: "9", "life-change": { text: "More parks." }, support: [{ other: "my dog" }] }

/** Through JSON, as it comes out of its seal. */
const opened = (response: unknown): unknown => JSON.parse(JSON.stringify(response))

describe("is read as it was", { tags: [...tags] }, () => {
  for (const form of formIds)
    it.effect(`form ${form}, without answers`, () =>
      Effect.gen(function* () {
        const matched = yield* admittedAndMatched(form, {})
        assert.deepEqual(yield* reopen(formOf(form), on, opened(matched)), { ...matched, day: on } as never)
      }),
    )

  it.effect("with answers, words, a school and a place", () =>
    Effect.gen(function* () {
      const matched = yield* admittedAndMatched("9-12", given)
      const { answers, geography } = yield* reopen(formOf("9-12"), on, opened(matched))
      assert.deepEqual({ answers, geography }, { answers: matched.answers, geography: matched.geography })
    }),
  )
  it.effect("with a council after words that hold no postcode, and without one after a postcode", () =>
    Effect.gen(function* () {
      const council = { "local-council": "E09999901" }
      for (const postcode of ["no idea", "zz1 1ab", "it is ZZ9 9ZZ", "AB1 2CD"]) {
        const wire = { setting: "with-parents", "home-postcode": { postcode }, ...(postcode === "no idea" && council) }
        const matched = yield* admittedAndMatched("9-12", wire)
        const { answers } = yield* reopen(formOf("9-12"), on, opened(matched))
        assert.strictEqual(answers["local-council"], postcode === "no idea" ? "E09999901" : undefined)
      }
    }),
  )
})

describe("is refused", { tags: [...tags] }, () => {
  type Opened = { readonly answers: Record<string, unknown>; readonly geography: unknown }
  const wrong: Readonly<Record<string, (right: Opened) => unknown>> = {
    "a text": () => "an answer",
    "another form": (right) => ({ ...right, form: "6-8" }),
    "a field more": (right) => ({ ...right, at: "2027-04-20T10:00:00Z" }),
    "no geography": ({ answers }) => ({ form: "9-12", answers }),
    "a postcode for a geography": (right) => ({ ...right, geography: "ZZ1 1AB" }),
    "a postcode within it": (right) => ({ ...right, geography: { ...Object(right.geography), postcode: "ZZ1 1AB" } }),
    "decile 11": (right) => ({ ...right, geography: { ...Object(right.geography), imdDecile: 11 } }),
    "a place that was not asked for": (right) => ({ ...right, geography: "not-asked" }),
    "a postcode among the answers": (right) => ({
      ...right,
      answers: { ...right.answers, "home-postcode": { postcode: "ZZ1 1AB" } },
    }),
    "a question more": (right) => ({ ...right, answers: { ...right.answers, name: "x" } }),
    "a question less": ({ answers: { age, ...answers }, ...right }) => ({ ...right, answers }),
    "an answer that is no option": (right) => ({ ...right, answers: { ...right.answers, age: "nine" } }),
    "an answer that is nothing": (right) => ({ ...right, answers: { ...right.answers, age: null } }),
    "no council where there was no postcode": ({ answers: { "local-council": council, ...answers } }) => ({
      form: "9-12",
      answers,
      geography: "not-answered",
    }),
    "a school with a secure setting": (right) => ({
      ...right,
      answers: { ...right.answers, setting: "young-offender-institution" },
    }),
  }
  for (const [what, change] of Object.entries(wrong))
    it.effect(what, () =>
      Effect.gen(function* () {
        const right = opened(yield* admittedAndMatched("9-12", given)) as Opened
        const refusal = yield* Effect.flip(reopen(formOf("9-12"), on, opened(change(right))))
        assert.deepEqual({ ...refusal }, { _tag: "FormMismatch", form: "9-12", day: on } as never)
        assert.notMatch(refusal.message + JSON.stringify(refusal), /parks|dog|ZZ1|nine|900001/)
      }),
    )

  it.effect("a school in place of another answer, with a secure setting", () =>
    Effect.gen(function* () {
      const { answers, ...right } = opened(yield* admittedAndMatched("9-12", { setting: "other" })) as Opened
      const { age: _age, ...others } = answers
      const refusal = yield* Effect.flip(
        reopen(formOf("9-12"), on, { ...right, answers: { ...others, school: "900001" } }),
      )
      assert.strictEqual(refusal._tag, "FormMismatch")
    }),
  )
})
