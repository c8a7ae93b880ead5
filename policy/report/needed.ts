/** Lists the actions needed, the most urgent first: broken rules, obstacles to live, decisions due soon. */
import type { RecordedDeployment } from "../deployment/deployment.ts"
import { type ImportedGeography, missingToOpen, type SandboxHere } from "../deployment/opening.ts"
import type { FindingReport, Report, RuleReport } from "./report.ts"

/** The DPO's own part before what others must do. */
const forTheDpoFirst = <A extends { readonly who: string }>(all: readonly A[]): readonly A[] => {
  const place = ({ who }: A): number => (who.includes("DPO") ? 1 : 2)
  return all.toSorted((one, other) => place(one) - place(other))
}

/** The day on which the window opens, while it has not; afterwards everything that it waited for is due today. */
export const beforeOpening = ({ window }: Pick<RecordedDeployment, "window">, today: string): string => {
  if (window === undefined) return "before live opens"
  return window.opens > today ? window.opens : today
}

export const needed = (
  rules: readonly RuleReport[],
  findings: readonly FindingReport[],
  deployment: RecordedDeployment,
  today: string,
  geography?: ImportedGeography,
  sandbox?: SandboxHere,
): Report["needed"] => {
  const opens = beforeOpening(deployment, today)
  const opening = missingToOpen(deployment, today, geography, sandbox).map(({ what, because, who }) => ({
    what: `Before live can open: ${what}${because === undefined ? "" : ` (${because})`}`,
    who,
    by: opens,
  }))
  const soon = findings
    .filter(({ severity, state }) => severity === "decide soon" && state === "open")
    .map(({ id, title, decider }) => ({ what: `Decide soon, ${id}: ${title}`, who: decider, by: opens }))
  const broken = rules
    .filter(({ kept }) => kept === "broken")
    .map(({ statement }) => ({
      what: `A rule is broken: ${statement}`,
      who: "the developers, who inform the DPO",
      by: today,
    }))
  return [...broken, ...forTheDpoFirst(opening), ...forTheDpoFirst(soon)]
}
