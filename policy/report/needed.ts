/** What somebody has to do, the most pressing first: what is broken, what keeps live shut, what should be decided soon. */
import type { RecordedDeployment } from "../deployment.ts"
import { type GeographyHeld, missingToOpen } from "../opening.ts"
import type { FindingReport, Report, RuleReport } from "./report.ts"

/** Where an entry is written is the developers' concern; why it does not count is the reader's. */
const plainly = (what: string): string =>
  what.replace(/ \(\w+ in app\.config\.ts(?:; ([^)]*))?\)/g, (_, why?: string) => (why ? ` (${why})` : ""))

/** The DPO's own part before what others must do. */
const forTheDpoFirst = <A extends { readonly who: string }>(all: readonly A[]): readonly A[] => {
  const place = ({ who }: A): number => (who.includes("DPO") ? 1 : 2)
  return all.toSorted((one, other) => place(one) - place(other))
}

export const needed = (
  rules: readonly RuleReport[],
  findings: readonly FindingReport[],
  deployment: RecordedDeployment,
  today: string,
  geography?: GeographyHeld,
): Report["needed"] => {
  const owners = deployment.waivers.map(({ owner }) => owner)
  const opening = missingToOpen(deployment, today, geography).map(({ what, who }) => ({
    what: `Before live can open: ${plainly(what)}`,
    who: owners.includes(who) ? "the owner of the waiver" : who,
  }))
  const soon = findings
    .filter(({ severity, state }) => severity === "decide soon" && state === "open")
    .map(({ id, title, decider }) => ({ what: `Decide soon, ${id}: ${title}`, who: decider }))
  const broken = rules
    .filter(({ status }) => status === "broken")
    .map(({ statement }) => ({ what: `A rule is broken: ${statement}`, who: "the developers, and the DPO to be told" }))
  return [...broken, ...forTheDpoFirst(opening), ...forTheDpoFirst(soon)]
}
