/** Every output is checked by two people who did not make it. */
import { Effect } from "effect"
import type { Breach } from "../breach.ts"
import type { Capability } from "../capability/capability.ts"
import { exercise } from "../capability/capability.ts"
import type { ProposedTable } from "../disclosure/table.ts"
import { awaits, defineRule, RuleViolation } from "../rule.ts"

export type Checker = Capability<"check-output">

/** `unknown` when two check, each with leave to. */
export type TwoCheckers<C> = C extends readonly [Checker, Checker]
  ? unknown
  : Breach<"outputs-checked", "let two people check who were granted it, neither of them the author">

/** Gives back the checkers of an output, who do not compile unless there are two. */
export const checkedBy = <const C extends readonly unknown[]>(...checkers: C & TwoCheckers<C>): C => checkers

const violation = (remedy: string): RuleViolation => new RuleViolation({ rule: "outputs-checked", remedy })

/** Fails when a checker is the author or the other checker, or may no longer check. */
export const outputsGate = Effect.fnUntraced(function* (
  { author }: Pick<ProposedTable, "author">,
  [first, second]: readonly [Checker, Checker],
) {
  for (const checker of [first, second]) {
    yield* exercise(checker)
    if (checker.person === author) return yield* violation("ask somebody other than the author to check")
  }
  if (first.person === second.person) return yield* violation("ask a second person to check")
})

export const outputsChecked = defineRule({
  id: "outputs-checked",
  statement: "Two trained people other than the author check every output before it is released.",
  source: { section: 5, quote: "in line with ONS approved researcher training" },
  law: ["UK GDPR Art 5(1)(f)", "UK GDPR Art 32"],
  enforcedBy: ["types", "runtime"],
  audit: awaits("no output has been checked, and the ledger of checks is built with disclosure control"),
})
