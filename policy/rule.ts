/** A rule is one promise of the DPIA: whose words, what refuses a breach, and what shows that it holds. */
import { Effect, type Result, Schema } from "effect"
import { type RuleId, ruleIds } from "./rule-id.ts"

/** Where a breach is refused: when written, when decoded, at another gate, by the database, by a test, or by people. */
export type Layer = "types" | "schema" | "runtime" | "database" | "test" | "people"

/** What an audit found. A rule whose guarded thing does not exist yet, or cannot be observed, is *not checked*, never *upheld*. */
export type Verdict =
  | { readonly status: "upheld"; readonly observed: string }
  | { readonly status: "broken"; readonly observed: string }
  | { readonly status: "not checked"; readonly because: string }

export const upheld = (observed: string): Verdict => ({ status: "upheld", observed })
export const broken = (observed: string): Verdict => ({ status: "broken", observed })
export const notChecked = (because: string): Verdict => ({ status: "not checked", because })

/** Upheld when nothing offends; otherwise broken, naming what does. Names are of questions and forms, never answers. */
export const noneOf = (offenders: readonly string[], whenNone: string): Verdict =>
  offenders.length === 0 ? upheld(whenNone) : broken(offenders.join("; "))

/** A gate's refusal: which rule, which question, and what to do. It has no field that could hold an answer. */
export class RuleViolation extends Schema.TaggedError<RuleViolation>()("RuleViolation", {
  rule: Schema.Literals(ruleIds),
  question: Schema.optionalKey(Schema.String),
  remedy: Schema.String,
}) {}

/** Counterexamples as data: `refuses` breaks the rule, each entry named for what is wrong with it; `accepts` does not. */
export interface Examples {
  readonly decode: (input: unknown) => Result.Result<unknown, unknown>
  readonly accepts: Readonly<Record<string, unknown>>
  readonly refuses: Readonly<Record<string, unknown>>
}

export interface Rule<R = never> {
  readonly id: RuleId
  readonly statement: string
  /** The DPIA's own words, at most 15, found verbatim in it by a test. */
  readonly source: { readonly section: 1 | 2 | 3 | 4 | 5 | 6; readonly quote: string }
  readonly law: readonly string[]
  readonly enforcedBy: readonly [Layer, ...Layer[]]
  /** A verdict on the live state; never fails; feeds the report. */
  readonly audit: Effect.Effect<Verdict, never, R>
  /** Where the rule has the shape of something sent, kept or recorded. */
  readonly examples?: Examples | undefined
}

export const defineRule = <const I extends RuleId, R>(
  rule: Rule<R> & { readonly id: I },
): Rule<R> & { readonly id: I } => Object.freeze(rule)

/** An audit that can only say what it waits for. */
export const awaits = (because: string): Effect.Effect<Verdict> => Effect.succeed(notChecked(because))
