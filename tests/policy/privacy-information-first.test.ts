/** Every form begins with its privacy information, in words of its band. */
import { assert, describe, expect, it } from "@effect/vitest"
import { noticeParts } from "../../policy/data/form.ts"
import { untrueReach, untrueWords } from "../../policy/data/wording.ts"
import { privacyInformationFirst } from "../../policy/rules/privacy-information-first.ts"
import { formOf } from "../../surveys/forms.ts"
import { audit, withForm } from "../support/policy/audit.ts"
import { breachesOf } from "../support/policy/fixtures.ts"

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

  it("upheld by the six forms, and names the version of each notice", () => {
    const verdict = audit(privacyInformationFirst)
    assert.strictEqual(verdict.status, "upheld")
    assert.include(JSON.stringify(verdict), formOf("easy-read-6-8").privacy.child.version)
  })

  it.for(noticeParts)("broken by a notice whose %s is empty, the child's or the parent's", (part) => {
    for (const privacy of [
      { child: { ...child, [part]: [] }, parent },
      { child, parent: { ...parent, [part]: undefined } },
    ])
      assert.strictEqual(audit(privacyInformationFirst, withForm("4-5", { privacy })).status, "broken")
  })

  it("broken by a 4-5 form that tells the parent nothing (F07)", () => {
    const asked = withForm("4-5", { privacy: { child } })
    assert.strictEqual(audit(privacyInformationFirst, asked).status, "broken")
  })

  it.for(untrueReach)("broken by a notice that promises more than ages 4 to 17: “%s” (F03)", (words) => {
    for (const privacy of [
      { child: { ...child, whatWeAsk: [{ words: `We ask ${words} in England.` }] }, parent },
      { child, parent: { ...parent, why: [{ words: `This is for ${words}.` }] } },
    ])
      assert.strictEqual(audit(privacyInformationFirst, withForm("4-5", { privacy })).status, "broken")
  })

  it.for(untrueWords)("broken by a notice that says “%s”", (word) => {
    const privacy = { child: { ...child, why: [{ words: `All is ${word}.` }] } }
    assert.strictEqual(audit(privacyInformationFirst, withForm("9-12", { privacy })).status, "broken")
  })
})
