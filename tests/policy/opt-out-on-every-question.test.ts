/** Every question of every form can be declined in the same words, and declining is an answer like any other. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { optOutOnEveryQuestion } from "../../policy/rules/opt-out-on-every-question.ts"
import { forms } from "../../surveys/forms.ts"
import { journey } from "../../surveys/journey.ts"
import { admitted, refused } from "../support/policy/admission.ts"
import { audit, withQuestion } from "../support/policy/audit.ts"
import { breachesOf } from "../support/policy/fixtures.ts"

const tags = ["opt-out-on-every-question" as const]

describe("does not compile", { tags }, () => {
  it("without the opt-out, in other words, or where only one of two questions has it", () => {
    expect(breachesOf("opt-out-on-every-question")).toEqual(
      expect.arrayContaining(["missing", "other-label", "empty", "widened", "one-of-two", "young-child", "parent"]),
    )
  })
})

describe("is refused", { tags }, () => {
  it.effect("the opt-out in any other words than the wire's own", () =>
    Effect.gen(function* () {
      const refusal = yield* refused("9-12", { hopes: "I don't want to say" })
      assert.strictEqual(refusal._tag, "NotUnderstood")
    }),
  )

  for (const form of forms)
    it.effect(`form ${form.id} declined throughout is admitted, and is as long as any that names no home`, () =>
      Effect.gen(function* () {
        const declined = Object.fromEntries(
          journey(form, {}).pages.flatMap(({ questions }) => questions.map(({ key }) => [key, "prefer-not-to-say"])),
        )
        const { answers } = yield* admitted(form.id, declined)
        assert.deepStrictEqual(answers, declined)
        assert.strictEqual(journey(form, declined).pages.length, journey(form, {}).pages.length)
      }),
    )
})

describe("audit", { tags }, () => {
  it("upheld by the six forms", () => {
    const { status } = audit(optOutOnEveryQuestion)
    assert.strictEqual(status, "upheld")
  })

  it("broken by one question of the 4-5 form in other words", () => {
    const verdict = audit(optOutOnEveryQuestion, withQuestion("4-5", "likes-at-home", { optOut: "No" }))
    assert.deepStrictEqual(verdict, { status: "broken", observed: "form 4-5, question likes-at-home has no opt-out" })
  })
})
