/** What the compiler shows when a definition breaks a rule: the rule's name, and what to do instead. */
import type { RuleId } from "./rule-id.ts"

/** Keyed by the rule, so that two breaches at once still name both rules. */
export type Breach<R extends RuleId, Remedy extends string> = { readonly [K in R]: Remedy }
