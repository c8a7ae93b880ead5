/** Every question of every form can be declined in the same words, and declining is an answer like any other. */
import type { Breach } from "../breach.ts"
import { optOutWords, preferNotToSay } from "../data/answer.ts"
import type { KeyOf } from "../data/question-of.ts"
import { everyQuestion, named } from "../facts/asked-question.ts"
import { contentBreaches, contentText } from "../facts/kept-content.ts"
import { decoderOf } from "../response/decoder.ts"
import { smallForm, smallFormKeys } from "../response/small-form.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

type WithoutOptOut<Q> = Q extends { readonly optOut: typeof optOutWords }
  ? never
  : Q extends { readonly key: string }
    ? KeyOf<Q>
    : "without a key"

export type OptOutOnEveryQuestion<Q> = [WithoutOptOut<Q>] extends [never]
  ? unknown
  : Breach<"opt-out-on-every-question", `give question "${WithoutOptOut<Q>}" the opt-out "I don't want to say"`>

export const optOutOnEveryQuestion = defineRule({
  id: "opt-out-on-every-question",
  statement: "Every question can be declined with “I don't want to say”, and declining changes nothing else.",
  source: { section: 2, quote: "All questions will have this opt-out option." },
  law: ["UK GDPR Art 5(1)(a)", "UK GDPR Art 25"],
  enforcedBy: ["types", "schema", "test"],
  enforcedAt: [
    "surveys/authoring/form.ts#defineForm",
    "surveys/authoring/question.ts#question",
    "policy/response/admit.ts#admit",
  ],
  audit: ({ forms, content }) =>
    judge({ forms, content }, ({ forms, content }) => {
      const asked = everyQuestion(forms)
      const without = asked.filter(({ question }) => question.optOut !== optOutWords)
      return upheldUnless(
        [
          ...without.map((each) => `${named(each)} has no opt-out`),
          ...contentBreaches(content, "opt-out-on-every-question"),
        ],
        `${asked.length} of ${asked.length} questions carry the opt-out; ${contentText(content)}`,
      )
    }),
  examples: {
    decode: decoderOf(smallForm),
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
