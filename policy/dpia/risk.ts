/** A risk's levels are what people set them to, before and after mitigation; the code works out none of them (F24). */
import { Schema } from "effect"
import type { RuleId } from "../rule-id.ts"
import { CivilDate, Said } from "./entry.ts"
import type { FindingId } from "./finding-id.ts"

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

/** As the DPIA rates it; a risk that it does not name has not been rated. */
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
  /** The rules that bear on it. */
  readonly rules: readonly [RuleId, ...RuleId[]]
}

/** A level that somebody has set since, in place of the document's. */
export const RiskLevel = Schema.Struct({
  risk: Schema.Literals(riskIds),
  before: Schema.Literals(levels),
  after: Schema.Literals(levels),
  acceptable: Schema.Boolean,
  by: Said,
  on: CivilDate,
})
export type RiskLevel = typeof RiskLevel.Type

/** UK GDPR Article 36: the regulator is consulted before a high risk is taken. */
export const Consultation = Schema.Struct({
  risk: Schema.Literals(riskIds),
  reference: Said,
  outcome: Said,
  by: Said,
  on: CivilDate,
})
export type Consultation = typeof Consultation.Type
