/** Refuses, at a gate, an input that breaks a rule: names the rule, the question and the remedy, and never holds an answer. */
import { Schema } from "effect"
import { ruleIds } from "./rule-id.ts"

/**
 * Six types refuse, each for another reader:
 * - `Breach` (compiler): to the author of a form or code that breaks a rule.
 * - `RuleViolation` (gates): to the caller that sent or did something that breaks a rule.
 * - `NotUnderstood` (admit): to a child's page whose answer does not fit the question; no rule is at stake.
 * - `Unsafe` (disclosure control): why a table could not be shown safe; a gate turns it into a `RuleViolation`.
 * - `TableRefused` (tables): to a statistician whose request or file cannot be used.
 * - `RefusedRequest` (server): an HTTP status for a request that no procedure sees.
 */
export class RuleViolation extends Schema.TaggedError<RuleViolation>()("RuleViolation", {
  rule: Schema.Literals(ruleIds),
  question: Schema.optionalKey(Schema.String),
  remedy: Schema.String,
}) {}
