/** Before question 1 of every form stands what is asked, why, who sees it, how long, and that it is voluntary, in words of the band. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { untrueReach, untrueWords } from "../../policy/data/wording.ts"
import { noticeParts, privacyInformationFirst } from "../../policy/rules/privacy-information-first.ts"
import { formOf } from "../../surveys/forms.ts"
import { audit, withForm } from "./audit.ts"
import { breachesOf } from "./fixtures.ts"

const tags = ["privacy-information-first" as const]

describe("does not compile", { tags }, () => {
  it("without a notice, without a part of it, or without the parent's", () => {
    expect(breachesOf("privacy-information-first")).toEqual(
      expect.arrayContaining([
        "no-notice",
        "missing-part",
        "empty-part",
        "no-rights",
        "no-parents-notice",
        "parents-notice-missing-part",
      ]),
    )
  })
})

describe("audit", { tags }, () => {
  const { child, parent } = formOf("4-5").privacy

  it.effect("upheld by the six forms, and names the version of each notice", () =>
    Effect.gen(function* () {
      const verdict = yield* audit(privacyInformationFirst)
      assert.strictEqual(verdict.status, "upheld")
      assert.include(JSON.stringify(verdict), formOf("easy-read-6-8").privacy.child.version)
    }),
  )

  it.effect.each(noticeParts)("broken by a notice whose %s is empty, the child's or the parent's", (part) =>
    Effect.gen(function* () {
      for (const privacy of [
        { child: { ...child, [part]: [] }, parent },
        { child, parent: { ...parent, [part]: undefined } },
      ])
        assert.strictEqual((yield* audit(privacyInformationFirst, withForm("4-5", { privacy }))).status, "broken")
    }),
  )

  it.effect("broken by a 4-5 form that tells the parent nothing (F07)", () =>
    Effect.gen(function* () {
      const asked = withForm("4-5", { privacy: { child } })
      assert.strictEqual((yield* audit(privacyInformationFirst, asked)).status, "broken")
    }),
  )

  it.effect.each(untrueReach)("broken by a notice that promises more than ages 4 to 17: “%s” (F03)", (words) =>
    Effect.gen(function* () {
      for (const privacy of [
        { child: { ...child, whatWeAsk: [{ words: `We ask ${words} in England.` }] }, parent },
        { child, parent: { ...parent, why: [{ words: `This is for ${words}.` }] } },
      ])
        assert.strictEqual((yield* audit(privacyInformationFirst, withForm("4-5", { privacy }))).status, "broken")
    }),
  )

  it.effect.each(untrueWords)("broken by a notice that says “%s”", (word) =>
    Effect.gen(function* () {
      const privacy = { child: { ...child, why: [{ words: `All is ${word}.` }] } }
      assert.strictEqual((yield* audit(privacyInformationFirst, withForm("9-12", { privacy }))).status, "broken")
    }),
  )
})
