/** Every question of every form can be declined in the same words, and declining is an answer like any other. */
import { Effect } from "effect"
import type { Breach } from "../breach.ts"
import { optOutWords, preferNotToSay } from "../data/answer.ts"
import type { FormDraft } from "../data/form.ts"
import { AskedForms, everyQuestion, named } from "../evidence/asked-forms.ts"
import type { QuestionOf } from "../question-of.ts"
import { defineRule, noneOf } from "../rule.ts"
import { readSmallForm, smallFormKeys } from "../small-form.ts"

type WithoutOptOut<Q> = Q extends { readonly key: infer K extends string; readonly optOut?: unknown }
  ? Q extends { readonly optOut: typeof optOutWords }
    ? never
    : K
  : "?"

export type OptOutOnEveryQuestion<F extends FormDraft> = [WithoutOptOut<QuestionOf<F>>] extends [never]
  ? unknown
  : Breach<
      "opt-out-on-every-question",
      `give question "${WithoutOptOut<QuestionOf<F>>}" the opt-out "I don't want to say"`
    >

export const optOutOnEveryQuestion = defineRule({
  id: "opt-out-on-every-question",
  statement: "Every question can be declined with “I don't want to say”, and declining changes nothing else.",
  source: { section: 2, quote: "All questions will have this opt-out option." },
  law: ["UK GDPR Art 5(1)(a)", "UK GDPR Art 25"],
  enforcedBy: ["types", "schema", "test"],
  audit: Effect.gen(function* () {
    const asked = everyQuestion(yield* AskedForms)
    const without = asked.filter(({ question }) => question.optOut !== optOutWords)
    return noneOf(
      without.map((each) => `${named(each)} has no opt-out`),
      `${asked.length} of ${asked.length} questions carry the opt-out`,
    )
  }),
  examples: {
    decode: readSmallForm,
    accepts: {
      ...Object.fromEntries(smallFormKeys.map((key) => [`${key} declined`, { [key]: preferNotToSay }])),
      "everything declined": Object.fromEntries(smallFormKeys.map((key) => [key, preferNotToSay])),
      "a row of a grid declined": { likes: { area: preferNotToSay } },
      "nothing answered at all": {},
    },
    refuses: {
      ...Object.fromEntries(smallFormKeys.map((key) => [`${key} declined in other words`, { [key]: "skip" }])),
      "the words of the opt-out and not its sign": { happy: optOutWords },
      "declined and answered at once": { hopes: [preferNotToSay, "job"] },
      "declined in words of one's own": { change: { text: "" } },
      "declined by nothing": { happy: null },
    },
  },
})
