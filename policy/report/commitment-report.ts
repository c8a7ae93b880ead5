/** Reports all commitments of the DPIA, each with its rule and its state: attested by people, or as its rule is kept. */
import type { AttestationState } from "../dpia/attestation.ts"
import { commitments } from "../dpia/commitments/commitments.ts"
import { type KeptBy, keptBy } from "../dpia/commitments/kept-by.ts"
import type { Section } from "../dpia/document/section.ts"
import type { RuleId } from "../rule-id.ts"
import type { AttestationReport } from "./attestation-report.ts"
import type { Kept } from "./kept.ts"

export type CommitmentState =
  | "broken"
  | "not built"
  | "missing"
  | "lapsed"
  | "not checked"
  | "kept in part"
  | "attested"
  | "kept"

export interface CommitmentReport {
  readonly id: string
  readonly section: Section
  readonly quote: string
  readonly rule: RuleId
  readonly state: CommitmentState
  /** The part that nothing keeps yet. */
  readonly lacks?: string
}

const asRule = { upheld: "kept", broken: "broken", "not-checked": "not checked" } as const

/** A broken rule breaks every promise that rests on it; nothing keeps a promise that is not built, whatever its rule shows. */
const stateOf = (kept: Kept, { tests, attested, notBuilt }: KeptBy, given?: AttestationState): CommitmentState => {
  if (kept === "broken") return "broken"
  if (tests.length === 0 && !attested) return "not built"
  const state = given ?? asRule[kept]
  return notBuilt !== undefined && (state === "kept" || state === "attested") ? "kept in part" : state
}

export const commitmentReports = (
  rules: ReadonlyArray<{ readonly id: RuleId; readonly kept: Kept }>,
  attestations: readonly AttestationReport[],
): readonly CommitmentReport[] =>
  commitments.map((commitment) => {
    const { id, section, quote, rule } = commitment
    const by = keptBy(commitment, commitments)
    const kept = rules.find((one) => one.id === rule)?.kept ?? "not-checked"
    const given = attestations.find((one) => one.id === id)?.state
    const lacks = by.notBuilt === undefined ? {} : { lacks: by.notBuilt }
    return { id, section, quote, rule, state: stateOf(kept, by, given), ...lacks }
  })
