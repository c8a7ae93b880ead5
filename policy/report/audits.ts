/** Audits every rule on the same facts; a bug in one audit leaves its rule *not checked* and stops no other. */
import { Effect } from "effect"
import { type Defect, defectOf, defectText } from "../defect.ts"
import type { Facts } from "../facts/facts.ts"
import { rules } from "../index.ts"
import type { Rule } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"
import { notChecked, type Verdict } from "../verdict.ts"
import { type Looked, noting } from "./looked.ts"

export type Verdicts = ReadonlyMap<RuleId, Verdict>

/** What the audit of each rule read. */
export type Looks = Map<RuleId, Looked>

const stopped = (thrown: unknown): Verdict => {
  const defect = defectOf(thrown)
  return notChecked(`its audit stopped on ${defectText(defect)}`, defect)
}

const verdictOf = ({ audit }: Pick<Rule, "audit">, facts: Facts): Effect.Effect<Verdict> =>
  Effect.suspend(() => {
    const verdict = audit(facts)
    return Effect.isEffect(verdict) ? verdict : Effect.succeed(verdict)
  }).pipe(Effect.catchDefect((thrown) => Effect.succeed(stopped(thrown))))

/** `audited` is another register in tests; `looks` is filled with what each audit read. */
export const auditAll = Effect.fn("Report.auditAll")(function* (
  facts: Facts,
  audited: readonly Pick<Rule, "id" | "audit">[] = rules,
  looks: Looks = new Map(),
): Effect.fn.Return<Verdicts> {
  const verdicts = new Map<RuleId, Verdict>()
  for (const rule of audited) {
    const watched = noting(facts)
    verdicts.set(rule.id, yield* verdictOf(rule, watched.facts))
    looks.set(rule.id, watched.looked())
  }
  return verdicts
})

export interface StoppedAudit {
  readonly rule: RuleId
  readonly defect: Defect
}

/** Every rule left unchecked by a bug, for the log. */
export const stoppedAudits = (verdicts: Verdicts): readonly StoppedAudit[] =>
  [...verdicts].flatMap(([rule, verdict]) =>
    "defect" in verdict && verdict.defect !== undefined ? [{ rule, defect: verdict.defect }] : [],
  )
