/** There are the forms that the DPIA names, for the ages it names, and each asks all of what it says it asks. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { notOffered } from "../../policy/data/approved-variables.ts"
import { formsMatchTheDpia } from "../../policy/rules/forms-match-the-dpia.ts"
import { formOf, forms } from "../../surveys/forms.ts"
import { refused } from "../support/policy/admission.ts"
import { audit, withForm, withQuestion } from "../support/policy/audit.ts"
import { breachesOf } from "../support/policy/fixtures.ts"

const tags = ["forms-match-the-dpia" as const]

describe("does not compile", { tags }, () => {
  it("for other ages, with a subject more or less, or in an easy read that is not its standard form", () => {
    expect(breachesOf("forms-match-the-dpia")).toEqual(
      expect.arrayContaining([
        "no-such-form",
        "age-18",
        "age-18-option",
        "age-not-offered",
        "offence-option-at-six",
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
    ["easy-read-9-12", "18"],
  ] as const)("on form %s, the age of %s", ([form, age]) =>
    Effect.gen(function* () {
      const refusal = yield* refused(form, { age })
      assert.strictEqual(refusal._tag, "NotUnderstood")
    }),
  )

  it.effect.each([
    ["6-8", { setting: "young-offender-institution" }],
    ["easy-read-6-8", { setting: "secure-training-centre" }],
    ["6-8", { support: ["teacher", "youth-offending-team"] }],
    ["easy-read-6-8", { support: ["youth-offending-team"] }],
  ] as const)(
    "on form %s, an answer of the criminal law, sent by another client or an earlier version",
    ([form, answers]) =>
      Effect.gen(function* () {
        const refusal = yield* refused(form, answers)
        assert.strictEqual(refusal._tag, "NotUnderstood")
      }),
  )
})

describe("audit", { tags }, () => {
  it("it is upheld by the six forms, and names each difference from the DPIA's lists", () => {
    const verdict = audit(formsMatchTheDpia)
    assert.strictEqual(verdict.status, "upheld")
    const text = JSON.stringify(verdict)
    assert.include(text, "the DPIA counts five and names six (F01)")
    for (const option of notOffered["6-8"]) assert.include(text, option)
    assert.include(text, "forms 6-8 and easy-read-6-8 leave out")
    assert.include(text, "easy-read-9-12 offers ages 9 to 17 (F44)")
  })

  const { pages } = formOf("9-12")
  const tamperings = [
    ["the easy-read 9-12 dropped", forms.filter(({ id }) => id !== "easy-read-9-12")],
    ["form 13-17 for 18-year-olds", withForm("13-17", { ages: [13, 14, 15, 16, 17, 18] })],
    ["the age of 18 to choose", withQuestion("13-17", "age", { options: [{ key: "18", words: "18" }] })],
    ["the age of 17 taken out", withQuestion("easy-read-9-12", "age", { options: [{ key: "9", words: "9" }] })],
    [
      "an institution at 6",
      withQuestion("6-8", "setting", { options: [{ key: "young-offender-institution", words: "" }] }),
    ],
    [
      "a team at 6",
      withQuestion("easy-read-6-8", "support", { options: [{ key: "youth-offending-team", words: "" }] }),
    ],
    ["a subject less", withForm("9-12", { pages: pages.slice(1).filter((page) => page.section !== "life") })],
    ["a subject more", withQuestion("4-5", "likes-at-home", { subject: undefined, characteristic: "gender" })],
  ] as const
  it.for(tamperings)("broken by %s", ([, asked]) => {
    assert.strictEqual(audit(formsMatchTheDpia, asked).status, "broken")
  })
})
