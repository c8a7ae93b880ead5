/** Tests a rule that withholds questions from children in secure settings: at admission, in the browser, and in the forms. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { communitySettings } from "../../../policy/data/community-setting.ts"
import { secureSettings } from "../../../policy/data/setting.ts"
import type { withheldInSecureSettings } from "../../../policy/response/secure-settings.ts"
import type { Rule } from "../../../policy/rule.ts"
import type { RuleId } from "../../../policy/rule-id.ts"
import { formOf, forms } from "../../../surveys/forms.ts"
import { journey } from "../../../surveys/journey.ts"
import { refused } from "./admission.ts"
import { audit, withForm, withQuestion } from "./audit.ts"

const withheldFrom = [...secureSettings, { other: "elsewhere" }, "prefer-not-to-say", "dont-know", undefined]

export interface Withheld {
  readonly tags: [RuleId]
  readonly rule: Parameters<typeof audit>[0] & Pick<Rule, "id">
  readonly gate: ReturnType<typeof withheldInSecureSettings>["gate"]
  /** An answer to each question that is withheld, by its key. */
  readonly given: Readonly<Record<string, unknown>>
}

export const testWithheld = ({ tags, rule, gate, given }: Withheld): void => {
  describe("is refused", { tags }, () => {
    const cases = withheldFrom.flatMap((setting) =>
      Object.entries(given).map(([key, value]) => [setting, key, value] as const),
    )

    it.effect.each(cases)("where the setting is %o, an answer to %s", ([setting, key, value]) =>
      Effect.gen(function* () {
        const answers = { ...(setting !== undefined && { setting }), [key]: value }
        const refusal = yield* refused("9-12", answers)
        assert.deepInclude(refusal, { _tag: "RuleViolation", rule: rule.id, question: key })
      }),
    )

    it.effect.each(communitySettings)("but not where the setting is %s", (setting) =>
      gate(formOf("9-12"), JSON.parse(JSON.stringify({ setting, ...given }))),
    )

    it("after community was chosen, answered, and changed to a secure setting: the answer is erased", () => {
      for (const form of forms.filter(({ id }) => id !== "4-5")) {
        const changed = journey(form, JSON.parse(JSON.stringify({ setting: "secure-training-centre", ...given })))
        expect(Object.keys(changed.answers)).toEqual(["setting"])
        expect(changed.skipped).toEqual(expect.arrayContaining(Object.keys(given)))
      }
    })
  })

  describe("audit", { tags }, () => {
    it("upheld by the six forms", () => {
      assert.strictEqual(audit(rule).status, "upheld")
    })

    const { pages } = formOf("9-12")
    const allQuestions = pages.flatMap(({ questions }) => questions)
    const tamperings = [
      ...Object.keys(given).map(
        (key) => [`${key} asked of all`, withQuestion("9-12", key, { askedWhen: undefined })] as const,
      ),
      ["asked first", withForm("9-12", { pages: pages.toReversed() })],
      ["all on one page", withForm("9-12", { pages: [{ section: "x", questions: allQuestions }] })],
      ["no setting asked", withForm("9-12", { pages: pages.filter((each) => each.questions[0]?.key !== "setting") })],
    ] as const
    it.for(tamperings)("broken: %s", ([, asked]) => {
      assert.strictEqual(audit(rule, asked).status, "broken")
    })
  })
}
