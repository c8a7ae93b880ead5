/** Defines a rule as one promise of the DPIA: its words, the layers that refuse a breach, and the audit that shows it holds. */
import type { Effect, Result } from "effect"
import type { ProvisionId } from "./dpia/law/law.ts"
import type { Facts } from "./facts/facts.ts"
import type { Layer } from "./layer.ts"
import type { RuleId } from "./rule-id.ts"
import type { Verdict } from "./verdict.ts"

/** Judges the facts alone: it calls no service and cannot fail. One audit needs a solver, and returns an effect that needs nothing. */
export type Audit = (facts: Facts) => Verdict | Effect.Effect<Verdict>

/** Counterexamples as data: each entry of `refuses` breaks the rule and is named for its fault; no entry of `accepts` does. */
export interface Examples {
  readonly decode: (input: unknown) => Result.Result<unknown, unknown>
  readonly accepts: Readonly<Record<string, unknown>>
  readonly refuses: Readonly<Record<string, unknown>>
}

/** A function of the product, by its file and name. */
export type ChokePoint = `${string}#${string}`

export interface Rule<A extends Audit = Audit> {
  readonly id: RuleId
  readonly statement: string
  /** At most 15 words of the DPIA, found verbatim in it by a test. */
  readonly source: { readonly section: 1 | 2 | 3 | 4 | 5 | 6; readonly quote: string }
  readonly law: readonly ProvisionId[]
  readonly enforcedBy: readonly [Layer, ...Layer[]]
  /** The product functions that it binds: tests hold that each exists, is called, and is what fixtures and examples attack. */
  readonly enforcedAt: readonly [ChokePoint, ...ChokePoint[]]
  readonly audit: A
  /** Why nothing can judge it yet: without this, its audit can reach both *upheld* and *broken*. */
  readonly notBuilt?: string | undefined
  /** For a rule that speaks of something sent, stored or recorded. */
  readonly examples?: Examples | undefined
}

export const defineRule = <const I extends RuleId, A extends Audit>(
  rule: Rule<A> & { readonly id: I },
): Rule<A> & { readonly id: I } => Object.freeze(rule)
