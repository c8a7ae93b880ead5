/** Says when the DPIA was last approved and when its review is due, and whether the questions changed since (Art 35(11), F27). */
import { isDay, yearsAfter } from "../civil-day.ts"
import type { FormDraft } from "../data/form.ts"
import type { RecordedDeployment } from "../deployment/deployment.ts"
import { isOfThisVersion } from "../dpia/sign-off.ts"
import { unreviewed, variableSetOf } from "../dpia/variable-set.ts"
import { everyQuestion } from "../facts/asked-question.ts"
import { parameters } from "../parameters.ts"

export interface ReviewReport {
  /** The latest approval of this version of the DPIA; absent without one. */
  readonly approvedOn?: string
  readonly dueOn?: string
  readonly state: "not approved" | "in time" | "overdue"
  /** Identifies the set of questions that children are asked. */
  readonly variables: string
  readonly questions: "reviewed with the DPIA" | "changed since the DPIA was reviewed"
}

const questionsOf = (set: string, reviewed: readonly string[]): ReviewReport["questions"] =>
  unreviewed(set, reviewed).length === 0 ? "reviewed with the DPIA" : "changed since the DPIA was reviewed"

export const reviewReport = (
  { signOffs, variableSets = [] }: Pick<RecordedDeployment, "signOffs" | "variableSets">,
  forms: readonly FormDraft[],
  today: string,
): ReviewReport => {
  const set = variableSetOf(everyQuestion(forms))
  const rest = { variables: set, questions: questionsOf(set, variableSets) }
  const approvedOn = signOffs
    .filter((each) => each.of === "measures" && isOfThisVersion(each))
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
  if (approvedOn === undefined || !isDay(approvedOn)) return { state: "not approved", ...rest }
  const dueOn = yearsAfter(approvedOn, parameters.dpiaReview.value)
  return { approvedOn, dueOn, state: dueOn < today ? "overdue" : "in time", ...rest }
}
