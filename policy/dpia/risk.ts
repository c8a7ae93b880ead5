/** Describes a risk and its levels before and after mitigation. People set the levels; the code never works one out (F24). */
import { Schema } from "effect"
import { PersonId } from "../capability/member.ts"
import { CivilDate } from "../civil-day.ts"
import { roles } from "../data/role.ts"
import type { RuleId } from "../rule-id.ts"
import { Text } from "./entry.ts"
import type { FindingId } from "./findings/finding-id.ts"

export const levels = ["low", "medium", "high"] as const
export type Level = (typeof levels)[number]

export const riskIds = [
  "re-identification",
  "identifiable-in-publication",
  "transfer",
  "free-text",
  "secure-units",
  "extracts",
  "misuse-by-staff",
  "adult-answers-for-a-child",
  "repeated-or-automatic-answers",
  "failed-destruction",
  "notice-not-understood",
] as const
export type RiskId = (typeof riskIds)[number]

/** The DPIA's rating. A risk that the DPIA does not name has no rating. */
export interface Rated {
  readonly before: Level
  readonly after: Level
  readonly acceptable: boolean
}

export interface Risk {
  readonly words: string
  /** The DPIA's own line, or the finding that proposes it. */
  readonly from: { readonly section: 5 } | { readonly finding: FindingId }
  readonly rated?: Rated
  /** The rules that reduce it. */
  readonly rules: readonly [RuleId, ...RuleId[]]
}

/** A level that a person has set since, in place of the document's. */
export const RiskLevel = Schema.Struct({
  risk: Schema.Literals(riskIds),
  before: Schema.Literals(levels),
  after: Schema.Literals(levels),
  acceptable: Schema.Boolean,
  by: PersonId,
  role: Schema.Literals(roles),
  on: CivilDate,
})
export type RiskLevel = typeof RiskLevel.Type

/** UK GDPR Article 36: the controller consults the regulator before it takes a high risk. */
export const Consultation = Schema.Struct({
  risk: Schema.Literals(riskIds),
  reference: Text,
  outcome: Text,
  by: PersonId,
  role: Schema.Literals(roles),
  on: CivilDate,
})
export type Consultation = typeof Consultation.Type
