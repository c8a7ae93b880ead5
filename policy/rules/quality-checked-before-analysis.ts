/** Only responses that have been checked are analysed, and a doubtful one is flagged, never dropped in silence. */
import { Effect, Option } from "effect"
import type { Breach } from "../breach.ts"
import { QualityFlags } from "../evidence/quality-flags.ts"
import { defineRule, noneOf, notChecked } from "../rule.ts"
import type { Checked } from "../stage.ts"

/** `unknown` when what is analysed has been checked. */
export type OnlyChecked<R> = [R] extends [readonly Checked[]]
  ? unknown
  : Breach<"quality-checked-before-analysis", "check the responses first, with checkAll of policy/quality/check.ts">

/** Gives back the responses to analyse, which do not compile unless they have been checked. */
export const toAnalyse = <const R>(responses: R & OnlyChecked<R>): R => responses

export const qualityCheckedBeforeAnalysis = defineRule({
  id: "quality-checked-before-analysis",
  statement: "Every response is quality assured before analysis; doubts are flags, never silent deletions.",
  source: { section: 4, quote: "it will be quality assured by the CCO Evidence team" },
  law: ["UK GDPR Art 5(1)(d)"],
  enforcedBy: ["types", "test"],
  audit: Effect.gen(function* () {
    const flagged = yield* Effect.serviceOption(QualityFlags)
    if (Option.isNone(flagged)) return notChecked("no responses have been transferred to the evidence store yet")
    const { received, checked, flagged: doubts } = flagged.value
    return noneOf(
      received === checked ? [] : ["not every response that was received has been checked"],
      `every response received has been checked; flagged and kept: ${doubts.map(({ flag, responses }) => `${flag} ${responses}`).join(", ")}`,
    )
  }),
})
