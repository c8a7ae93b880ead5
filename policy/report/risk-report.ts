/** Reports each risk with its level before and after, set by people, and a live verdict of the rules that reduce it. */
import type { RecordedDeployment } from "../deployment/deployment.ts"
import { type Level, type RiskId, riskIds } from "../dpia/risk.ts"
import { ratingOf, risks } from "../dpia/risks.ts"
import type { RuleId } from "../rule-id.ts"
import type { Kept } from "./kept.ts"

export interface RiskReport {
  readonly id: RiskId
  readonly words: string
  readonly from: string
  readonly before: Level | "not rated"
  readonly after: Level | "not rated"
  readonly acceptance: "accepted" | "not accepted" | "nobody has decided"
  /** What the rules that reduce it show today: broken if one is, not checked if one is, otherwise upheld. */
  readonly kept: Kept
  readonly rules: readonly RuleId[]
}

/** A rule with the answer to *Is it kept?* */
interface Judged {
  readonly id: RuleId
  readonly kept: Kept
}

const liveOf = (own: readonly Judged[]): Kept =>
  (["broken", "not-checked"] as const).find((kept) => own.some((rule) => rule.kept === kept)) ?? "upheld"

const reportOf = (id: RiskId, all: readonly Judged[], { risks: set }: Pick<RecordedDeployment, "risks">) => {
  const { words, from, rules } = risks[id]
  const rated = ratingOf(id, set)
  const accepted = rated?.acceptable ? ("accepted" as const) : ("not accepted" as const)
  return {
    id,
    words,
    from: "section" in from ? `DPIA section ${from.section}` : `finding ${from.finding}`,
    before: rated?.before ?? ("not rated" as const),
    after: rated?.after ?? ("not rated" as const),
    acceptance: rated === undefined ? ("nobody has decided" as const) : accepted,
    kept: liveOf(all.filter((rule) => rules.includes(rule.id))),
    rules,
  }
}

const keptOrder: readonly Kept[] = ["broken", "not-checked", "upheld"]
/** A risk that nobody rated may be high. */
const levelOrder: readonly RiskReport["after"][] = ["high", "not rated", "medium", "low"]

/** The worst first: a broken rule weighs more than a level, since a level was set for a rule that is kept. */
export const riskReports = (
  rules: readonly Judged[],
  deployment: Pick<RecordedDeployment, "risks">,
): readonly RiskReport[] =>
  riskIds
    .map((id) => reportOf(id, rules, deployment))
    .toSorted(
      (one, other) =>
        keptOrder.indexOf(one.kept) - keptOrder.indexOf(other.kept) ||
        levelOrder.indexOf(one.after) - levelOrder.indexOf(other.after),
    )
