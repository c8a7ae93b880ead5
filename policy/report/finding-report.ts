/** A finding with what has come of it: decided, waived for now, or open. */
import type { RecordedDeployment } from "../deployment/deployment.ts"
import { waiversReliedOn } from "../deployment/readiness.ts"
import { findings } from "../dpia/findings/findings.ts"
import type { FindingReport } from "./report.ts"
import type { Pointing } from "./rule-report.ts"

type Recorded = Pick<RecordedDeployment, "decisions" | "waivers">

const stateOf = (id: string, recorded: Recorded, today: string) => {
  const decision = recorded.decisions.filter(({ finding, on }) => finding === id && on <= today).at(-1)
  if (decision !== undefined) {
    const document = "policyDocument" in decision ? { policyDocument: decision.policyDocument } : {}
    return { state: "decided" as const, decision: { words: decision.decision, on: decision.on, ...document } }
  }
  const waiver = waiversReliedOn(recorded, today).find(({ finding }) => finding === id)
  if (waiver === undefined) return { state: "open" as const }
  const { reason, on, until } = waiver
  return { state: "waived" as const, waiver: { reason, on, until } }
}

/** All of them; who gave a decision or a waiver by name is left in the deployment's own record. */
export const findingReports = (recorded: Recorded, today: string): ReadonlyArray<FindingReport & Pointing> =>
  findings.map(({ heldBy = [], lookedIn, commitments = [], ...finding }) => ({
    ...finding,
    ...(lookedIn !== undefined && { lookedIn }),
    heldBy,
    commitments,
    ...stateOf(finding.id, recorded, today),
  }))
