/** A child in a secure setting is never asked for a school, and none gets past the door. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { communitySettings, secureSettings } from "../../policy/data/setting.ts"
import { noSchoolInSecureSettings, schoolGate } from "../../policy/rules/no-school-in-secure-settings.ts"
import { formOf, forms } from "../../surveys/forms.ts"
import { journey } from "../../surveys/journey.ts"
import { audit, withForm, withQuestion } from "./audit.ts"
import { refused } from "./door.ts"
import { breachesOf } from "./fixtures.ts"

const tags = ["no-school-in-secure-settings" as const]
const given = { school: "prefer-not-to-say" }
const withheldFrom = [...secureSettings, { other: "elsewhere" }, "prefer-not-to-say", "dont-know", undefined]

describe("does not compile", { tags }, () => {
  it("before the setting, beside it, or asked of all", () => {
    expect(breachesOf("no-school-in-secure-settings")).toEqual(
      expect.arrayContaining(["before-the-setting", "same-page", "asked-of-all", "all-first"]),
    )
  })
})

describe("is refused", { tags }, () => {
  const questions = Object.entries(given)
  const cases = withheldFrom.flatMap((setting) => questions.map(([key, value]) => [setting, key, value] as const))

  it.effect.each(cases)("where the setting is %o, an answer to %s", ([setting, key, value]) =>
    Effect.gen(function* () {
      const answers = { ...(setting !== undefined && { setting }), [key]: value }
      const refusal = yield* refused("9-12", answers)
      assert.deepInclude(refusal, { _tag: "RuleViolation", rule: "no-school-in-secure-settings", question: key })
    }),
  )

  it.effect.each(communitySettings)("but not where the setting is %s", (setting) =>
    schoolGate(formOf("9-12"), { setting, ...given }),
  )

  it("after community was chosen, answered, and changed to a secure setting: the answer is erased", () => {
    for (const form of forms.filter(({ id }) => id !== "4-5")) {
      const changed = journey(form, { setting: "secure-training-centre", ...given })
      expect(Object.keys(changed.answers)).toEqual(["setting"])
      expect(changed.withheld).toEqual(expect.arrayContaining(Object.keys(given)))
    }
  })
})

describe("audit", { tags }, () => {
  it.effect("upheld by the six forms", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* audit(noSchoolInSecureSettings)).status, "upheld")
    }),
  )

  const { pages } = formOf("9-12")
  const tamperings = [
    ["asked of all", withQuestion("9-12", "school", { askedWhen: undefined })],
    ["asked first", withForm("9-12", { pages: pages.toReversed() })],
    [
      "all on one page",
      withForm("9-12", { pages: [{ section: "x", questions: pages.flatMap((each) => each.questions) }] }),
    ],
    ["no setting asked", withForm("9-12", { pages: pages.filter((each) => each.questions[0]?.key !== "setting") })],
  ] as const
  it.effect.each(tamperings)("broken: %s", ([, asked]) =>
    Effect.gen(function* () {
      assert.strictEqual((yield* audit(noSchoolInSecureSettings, asked)).status, "broken")
    }),
  )
})
