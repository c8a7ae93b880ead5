/** A free-text question never asks who or where a child is, and the child's part of the 4-5 form has no free text at all. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { personalWords } from "../../policy/data/wording.ts"
import { freeTextAsksNoPersonalData } from "../../policy/rules/free-text-asks-no-personal-data.ts"
import { refused } from "../support/policy/admission.ts"
import { audit, withQuestion } from "../support/policy/audit.ts"
import { breachesOf } from "../support/policy/fixtures.ts"

const tags = ["free-text-asks-no-personal-data" as const]

describe("does not compile", { tags }, () => {
  it("in the question, its hint or its sentences, nor in the part of a child of 4 or 5", () => {
    expect(breachesOf("free-text-asks-no-personal-data")).toEqual(
      expect.arrayContaining([
        "what-is-your-name",
        "capitals",
        "where-you-live",
        "hint",
        "sentence",
        "widened",
        "young-child",
        "young-child-unmarked",
        "young-child-own-words",
      ]),
    )
  })
})

describe("is refused", { tags }, () => {
  it.effect.each([{ text: "we went to the sea" }, { other: "we went to the sea" }, [{ other: "we went to the sea" }]])(
    "words from a child of 4 or 5: %o",
    (words) =>
      Effect.gen(function* () {
        const refusal = yield* refused("4-5", { "likes-at-home": words })
        assert.strictEqual(refusal._tag, "NotUnderstood")
        assert.notInclude(JSON.stringify(refusal), "sea")
      }),
  )
})

describe("audit", { tags }, () => {
  it("upheld by the six forms", () => {
    const { status } = audit(freeTextAsksNoPersonalData)
    assert.strictEqual(status, "upheld")
  })

  it.for(personalWords)("broken by a question that says “%s”", (words) => {
    const asked = withQuestion("6-8", "life-change", { ask: `Tell us ${words}.` })
    assert.strictEqual(audit(freeTextAsksNoPersonalData, asked).status, "broken")
  })

  const tamperings = [
    { hint: "Begin with your name." },
    { sentences: [{ words: "Begin with your name.", picture: "pencil" }] },
  ]
  it.for(tamperings)("broken by a question with %o", (change) => {
    const { status } = audit(freeTextAsksNoPersonalData, withQuestion("9-12", "hope-most", change))
    assert.strictEqual(status, "broken")
  })

  it.for([{ kind: "text" }, { options: [{ key: "other", words: "Other", own: true }] }])(
    "broken by the child's part of the 4-5 form with %o",
    (change) => {
      const { status } = audit(freeTextAsksNoPersonalData, withQuestion("4-5", "wants-more-of", change))
      assert.strictEqual(status, "broken")
    },
  )
})
