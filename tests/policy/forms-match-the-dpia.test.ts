/** There are the forms that the DPIA names, for the ages it names, and each asks all of what it says it asks. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { formsMatchTheDpia } from "../../policy/rules/forms-match-the-dpia.ts"
import { formOf, forms } from "../../surveys/forms.ts"
import { audit, withForm, withQuestion } from "./audit.ts"
import { refused } from "./door.ts"
import { breachesOf } from "./fixtures.ts"

const tags = ["forms-match-the-dpia" as const]

describe("does not compile", { tags }, () => {
  it("for other ages, with a subject more or less, or in an easy read that is not its standard form", () => {
    expect(breachesOf("forms-match-the-dpia")).toEqual(
      expect.arrayContaining([
        "no-such-form",
        "age-18",
        "age-18-option",
        "dropped-topic",
        "dropped-characteristic",
        "young-child-characteristic",
        "young-child-dropped-subject",
        "widened-pages",
        "widened-questions",
        "underived",
        "easy-read-loses-a-question",
        "easy-read-loses-an-option",
        "easy-read-gains-a-question",
        "easy-read-gains-an-option",
      ]),
    )
  })
})

describe("is refused", { tags }, () => {
  it.effect.each([
    ["6-8", "5"],
    ["9-12", "8"],
    ["13-17", "18"],
  ] as const)("on form %s, the age of %s", ([form, age]) =>
    Effect.gen(function* () {
      const refusal = yield* refused(form, { age })
      assert.strictEqual(refusal._tag, "NotUnderstood")
    }),
  )
})

describe("audit", { tags }, () => {
  it.effect("upheld by the six forms, which are said to be six where the DPIA counts five (F01)", () =>
    Effect.gen(function* () {
      const verdict = yield* audit(formsMatchTheDpia)
      assert.strictEqual(verdict.status, "upheld")
      assert.include(JSON.stringify(verdict), "F01")
    }),
  )

  const { pages } = formOf("9-12")
  const tamperings = [
    ["the easy-read 9-12 dropped", forms.filter(({ id }) => id !== "easy-read-9-12")],
    ["form 13-17 for 18-year-olds", withForm("13-17", { ages: [13, 14, 15, 16, 17, 18] })],
    ["the age of 18 to choose", withQuestion("13-17", "age", { options: [{ key: "18", words: "18" }] })],
    ["a subject less", withForm("9-12", { pages: pages.slice(1).filter((page) => page.section !== "life") })],
    ["a subject more", withQuestion("4-5", "likes-at-home", { subject: undefined, characteristic: "gender" })],
  ] as const
  it.effect.each(tamperings)("broken by %s", ([, asked]) =>
    Effect.gen(function* () {
      assert.strictEqual((yield* audit(formsMatchTheDpia, asked)).status, "broken")
    }),
  )
})
