/** Proves a proposal safe, alone and beside everything ever published; whatever cannot be decided refuses it. */
import { Effect } from "effect"
import { canonicalJson } from "../evidence/canonical-json.ts"
import { type Digest, digestOf } from "../evidence/digest.ts"
import { parameters } from "../parameters.ts"
import { RuleViolation } from "../rule.ts"
import { aloneSafe } from "./alone.ts"
import type { Auditable } from "./auditable.ts"
import { besideSafe, type Ledger } from "./beside.ts"
import { onLedger } from "./on-ledger.ts"
import { oneCategoryGate } from "./one-category.ts"
import { sparsityGate } from "./sparsity.ts"

/** `digest` stands for the proposal with its proof, the rule and what it was audited beside. */
export interface Proved {
  readonly verdict: "safe"
  readonly digest: Digest
}

const coarsen = "coarsen age to bands or merge small categories, then suppress it again"

const refused =
  (remedy: string) =>
  ({ message }: { readonly message: string }): RuleViolation =>
    new RuleViolation({
      rule: "small-cells-suppressed",
      remedy: `${message.replace(/\.$/, "")}: ${remedy}`,
    })

/** What differs from an earlier table by a few children, or cuts the same ones otherwise, tells what that one withholds. */
const alikeOr = `ask for it of the same children and by the same levels as the earlier tables, or ${coarsen}`

export const provedSafe = Effect.fnUntraced(function* (
  proposal: Auditable,
  ledger: Ledger,
): Effect.fn.Return<Proved, RuleViolation> {
  const threshold = parameters.threshold.value
  yield* sparsityGate(proposal.facts)
  yield* oneCategoryGate(proposal.facts)
  yield* Effect.mapError(aloneSafe(proposal, onLedger(proposal), threshold), refused(coarsen))
  yield* Effect.mapError(besideSafe(proposal, ledger, threshold), refused(alikeOr))
  const digest = digestOf(
    canonicalJson({ proposal: proposal.id, threshold, beside: ledger.earlier.map(({ id }) => id), verdict: "safe" }),
  )
  return { verdict: "safe", digest }
})
