/** Proves a proposal safe, alone and together with all earlier releases; an undecided point refuses it. */
import { Effect } from "effect"
import { parameters } from "../parameters.ts"
import { canonicalJson } from "../record/canonical-json.ts"
import { type Digest, digestOf } from "../record/digest.ts"
import { RuleViolation } from "../rule-violation.ts"
import type { ReleaseCandidate } from "./candidate.ts"
import { groupDisclosureGate } from "./group-disclosure-gate.ts"
import { linkedTableOf } from "./linked-table.ts"
import { linkedTablesGate, type PriorReleases } from "./linked-tables-gate.ts"
import { singleTableGate } from "./single-table-gate.ts"
import { sparsityGate } from "./sparsity-gate.ts"

/** `digest` covers the proposal with its proof, the rule and the earlier releases of its audit. */
export interface SafetyProof {
  readonly verdict: "safe"
  readonly digest: Digest
}

const coarsen = "coarsen age to bands or merge small categories, then suppress it again"

const refused =
  (remedy: string) =>
  ({ message, cure = remedy }: { readonly message: string; readonly cure?: string }): RuleViolation =>
    new RuleViolation({
      rule: "small-cells-suppressed",
      remedy: `${message.replace(/\.$/, "")}: ${cure}`,
    })

/** What differs from an earlier table by a few children, or cuts the same ones otherwise, tells what that one withholds. */
const sameChildrenOr = `ask for it of the same children and by the same levels as the earlier tables, or ${coarsen}`

export const proveSafe = Effect.fnUntraced(function* (
  proposal: ReleaseCandidate,
  prior: PriorReleases,
): Effect.fn.Return<SafetyProof, RuleViolation> {
  const threshold = parameters.threshold.value
  yield* sparsityGate(proposal.facts)
  yield* groupDisclosureGate(proposal.facts)
  yield* Effect.mapError(singleTableGate(proposal, linkedTableOf(proposal), threshold), refused(coarsen))
  yield* Effect.mapError(linkedTablesGate(proposal, prior, threshold), refused(sameChildrenOr))
  const digest = digestOf(
    canonicalJson({ proposal: proposal.id, threshold, beside: prior.earlier.map(({ id }) => id), verdict: "safe" }),
  )
  return { verdict: "safe", digest }
})
