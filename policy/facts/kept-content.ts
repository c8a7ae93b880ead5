/** Sums up what a reading of every kept response found, by rule, in words that repeat no answer. */
import type { Banded } from "../banded.ts"
import type { RuleId } from "../rule-id.ts"

export interface ContentFault {
  readonly rule: RuleId
  /** Such as "form 13-17 holds an answer to name, which it does not ask". */
  readonly what: string
  readonly responses: Banded
}

export interface KeptContent {
  readonly responses: Banded
  readonly faults: readonly ContentFault[]
}

export const contentBreaches = ({ faults }: KeptContent, rule: RuleId): readonly string[] =>
  faults.filter((fault) => fault.rule === rule).map(({ what, responses }) => `${what} (kept responses: ${responses})`)

/** The end of a sentence about what a rule upholds. */
export const contentText = ({ responses }: KeptContent): string =>
  responses === "none"
    ? "no answer is kept yet"
    : `kept responses read one by one, with nothing against it: ${responses}`
