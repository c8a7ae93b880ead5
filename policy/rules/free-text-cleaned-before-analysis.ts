/** A child's own words are analysed only when a detector and a person have cleaned them. */
import type { Breach } from "../breach.ts"
import { awaits, defineRule } from "../rule.ts"
import type { Cleaned } from "../stage.ts"

/** `unknown` when the texts to code are clean. */
export type OnlyCleaned<T> = [T] extends [readonly Cleaned[]]
  ? unknown
  : Breach<"free-text-cleaned-before-analysis", "release each text first, with release of policy/free-text/clean.ts">

/** Gives back the texts to code, which do not compile unless they are clean. */
export const toCode = <const T>(texts: T & OnlyCleaned<T>): T => texts

export const freeTextCleanedBeforeAnalysis = defineRule({
  id: "free-text-cleaned-before-analysis",
  statement:
    "Free text is cleaned by detectors and by a person before anyone analyses it, and the raw words are destroyed.",
  source: { section: 2, quote: "cleaned using a combination of natural language processing and manual review" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 25"],
  enforcedBy: ["types", "runtime", "test"],
  audit: awaits(
    "no detector or reviewer exists yet; free text lies sealed in the collection and, once transferred, in quarantine",
  ),
})
